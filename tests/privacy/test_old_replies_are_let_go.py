"""What nobody confirmed goes after a month; who sent what was decided goes after two years; that it was, stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wortel.privacy.public import sweep_replies
from wortel.replies.models import Reply
from wortel.trail.models import Entry
from wortel.trail.public import By

pytestmark = pytest.mark.django_db
AT = datetime(2028, 11, 22, 12, tzinfo=UTC)
BY = By.work("privacy.sweep_replies")


def reply(state: str, *, created: datetime = AT, decided: datetime | None = None) -> Reply:
    return Reply.objects.create(
        ref="r", kind="dispute", state=state, target="actor:x", message="Ik ben An.", author_name="An",
        author_email="an@example.org", created_at=created, decided_at=decided, decision="Dank je, An.",
    )  # fmt: skip


@pytest.mark.parametrize(("days", "stays"), [(29, True), (31, False)])
def test_what_nobody_confirmed_goes_after_a_month(days: int, stays: bool) -> None:
    reply("unconfirmed", created=AT - timedelta(days=days))
    sweep_replies(BY, AT)
    assert Reply.objects.exists() is stays


def test_who_sent_a_decided_reply_goes_after_two_years() -> None:
    reply("accepted", decided=datetime(2026, 11, 21, tzinfo=UTC))
    assert sweep_replies(BY, AT) == 1
    kept = Reply.objects.get()
    assert (kept.author_name, kept.author_email, kept.message, kept.decision) == ("", "", "", "")
    assert (kept.state, kept.target) == ("accepted", "actor:x")
    assert Entry.objects.get().verb == "reply.forgotten"


@pytest.mark.parametrize("state", ["open", "accepted"])
def test_what_waits_or_was_decided_lately_stays(state: str) -> None:
    reply(state, created=AT - timedelta(days=3000), decided=AT if state == "accepted" else None)
    assert sweep_replies(BY, AT) == 0
    assert Reply.objects.get().author_name == "An"


def test_a_second_round_finds_nothing_more() -> None:
    reply("refused", decided=datetime(2026, 1, 1, tzinfo=UTC))
    sweep_replies(BY, AT)
    assert sweep_replies(BY, AT) == 0
    assert Entry.objects.count() == 1
