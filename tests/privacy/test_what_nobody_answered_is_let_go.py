"""A claim nobody confirmed goes after a month, an invitation a year after it ran out; what was answered stays."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wortel.organisations.models import Claim
from wortel.people.models import Invitation
from wortel.privacy.public import sweep_unanswered
from wortel.trail.models import Entry
from wortel.trail.public import By

pytestmark = pytest.mark.django_db
AT = datetime(2028, 11, 22, 12, tzinfo=UTC)
BY = By.work("privacy.sweep_unanswered")


def claim(state: str, days: int) -> None:
    Claim.objects.create(
        ref="c", actor="a-school", actor_name="De Wortel", person="an", proof="domain", state=state,
        email="an@example.org", made_at=AT - timedelta(days=days),
    )  # fmt: skip


def invitation(state: str, lapsed_at: datetime) -> None:
    Invitation.objects.create(
        way="invited", state=state, email="an@example.org", capacity="editor", organisation="a-school",
        made_at=lapsed_at - timedelta(days=14), expires_at=lapsed_at,
    )  # fmt: skip


@pytest.mark.parametrize(("state", "days", "stays"), [("sent", 29, True), ("sent", 31, False), ("open", 99, True)])
def test_a_claim_nobody_confirmed_goes_after_a_month(state: str, days: int, stays: bool) -> None:
    claim(state, days)
    assert sweep_unanswered(BY, AT) == (not stays)
    assert Claim.objects.exists() is stays


@pytest.mark.parametrize(
    ("state", "lapsed_at", "stays"),
    [
        ("open", datetime(2027, 11, 21, 12, tzinfo=UTC), False),
        ("open", datetime(2027, 11, 23, 12, tzinfo=UTC), True),
        ("accepted", datetime(2020, 1, 1, tzinfo=UTC), True),
    ],
)
def test_an_invitation_goes_a_year_after_it_ran_out(state: str, lapsed_at: datetime, stays: bool) -> None:
    invitation(state, lapsed_at)
    assert sweep_unanswered(BY, AT) == (not stays)
    assert Invitation.objects.exists() is stays


def test_both_are_on_the_trail_without_an_address_and_once() -> None:
    claim("sent", 31)
    invitation("open", datetime(2027, 1, 1, tzinfo=UTC))
    assert [sweep_unanswered(BY, AT), sweep_unanswered(BY, AT)] == [2, 0]
    entries = Entry.objects.order_by("pk")
    assert [(entry.verb, entry.thing) for entry in entries] == [
        ("claim.forgotten", "claim:*"),
        ("invitation.forgotten", "invitation:*"),
    ]
