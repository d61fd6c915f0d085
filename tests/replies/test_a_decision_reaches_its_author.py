"""Who sent a reply gets the answer, by mail and behind the same link."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.test import Client

from wortel.post.models import Message
from wortel.replies.links import REPLY_LINKS
from wortel.replies.models import Reply
from wortel.replies.public import NoAnswer, NotOpen, decide_reply
from wortel.trail.models import Entry
from wortel.trail.public import By

BY = By("page", person="beslisser")
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def reply(db: None) -> Reply:
    return Reply.objects.create(
        ref="abc",
        kind="dispute",
        state="open",
        target="actor:x",
        target_label="Techniekclub (fictief)",
        target_path="/actoren/x/",
        message="Bestaat niet meer.",
        author_name="An",
        author_email="an@example.org",
        created_at=AT,
        confirmed_at=AT,
    )


@pytest.mark.parametrize(("accepted", "words"), [(True, "namen je melding aan"), (False, "namen je melding niet aan")])
def test_the_answer_is_mailed_and_shown(reply: Reply, accepted: bool, words: str) -> None:
    decide_reply(BY, "abc", accepted=accepted, decision="We belden de club.", at=AT)
    sent = Message.objects.get()
    assert (sent.recipient, "We belden de club." in sent.text) == ("an@example.org", True)
    page = Client().get(f"/reacties/bevestig/{REPLY_LINKS.token_for('abc')}/").content.decode()
    assert words in page
    assert "We belden de club." in page


def test_a_decision_is_taken_once_and_the_second_sees_by_whom(reply: Reply) -> None:
    decide_reply(BY, "abc", accepted=True, decision="", at=AT)
    with pytest.raises(NotOpen) as closed:
        decide_reply(By("page", person="ander"), "abc", accepted=False, decision="Neen.", at=AT)
    assert (closed.value.decided_by, closed.value.decided_at) == ("beslisser", AT)
    assert Message.objects.count() == 1


def test_who_refuses_says_why(reply: Reply) -> None:
    with pytest.raises(NoAnswer):
        decide_reply(BY, "abc", accepted=False, decision="  ", at=AT)
    assert Reply.objects.get().state == "open"


def test_a_decision_is_on_the_trail_without_name_or_mail(reply: Reply) -> None:
    decide_reply(BY, "abc", accepted=True, decision="Dank je, An.", at=AT)
    entry = Entry.objects.get()
    assert (entry.verb, entry.thing, entry.person, entry.concerns) == ("reply.decided", "reply:abc", "beslisser", "x")


def test_when_the_trail_fails_nothing_is_decided(reply: Reply, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise RuntimeError("no trail")

    monkeypatch.setattr("wortel.replies.actions.decide_reply.leave", fail)
    with pytest.raises(RuntimeError):
        decide_reply(BY, "abc", accepted=True, decision="", at=AT)
    assert (Reply.objects.get().state, Message.objects.count()) == ("open", 0)
