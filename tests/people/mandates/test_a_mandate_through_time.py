"""What a mandate is on a day, who is the last, and when a proposal is over."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_cast import UNHURRIED

from wortel.kernel.span import Span
from wortel.people.domain.caller import Caller, HeldMandate
from wortel.people.domain.invitation import Proposal, accepting
from wortel.people.domain.mandate import COMING, ENDED, EXPIRED, HOLDS, GivenMandate, is_last
from wortel.people.domain.policy import INVITATION_HOLDS, OWN_AGREEMENT, PATIENCE, REQUEST_HOLDS
from wortel.people.domain.scope import Scope
from wortel.people.permissions import may_answer_invitation
from wortel.shell.clock import BRUSSELS

DAY = date(2026, 6, 1)
AT = datetime(2026, 6, 1, 12, tzinfo=BRUSSELS)
CLUB = Scope("club")


def mandate(start: date, end: date | None = None, ended: date | None = None, person: str = "p1") -> GivenMandate:
    return GivenMandate(f"m-{person}", person, "administrator", CLUB, Span(start, end), ended)


@pytest.mark.parametrize(
    ("start", "end", "ended", "state", "could"),
    [
        (date(2026, 1, 1), None, None, HOLDS, True),
        (DAY, None, None, HOLDS, True),
        (date(2026, 6, 2), None, None, COMING, False),
        (date(2026, 1, 1), date(2026, 6, 2), None, HOLDS, True),
        (date(2026, 1, 1), DAY, None, EXPIRED, False),
        (date(2026, 1, 1), None, DAY, ENDED, True),
        (date(2026, 1, 1), None, date(2026, 5, 31), ENDED, False),
        (date(2026, 1, 1), None, date(2026, 6, 2), HOLDS, True),
        (date(2026, 1, 1), date(2026, 3, 1), date(2026, 4, 1), EXPIRED, False),
    ],
)
def test_a_mandate_on_a_day(start: date, end: date | None, ended: date | None, state: str, could: bool) -> None:
    held = mandate(start, end, ended)
    assert (held.state_on(DAY), held.held_during(DAY)) == (state, could)


def test_the_last_is_who_has_no_other_person_beside_them() -> None:
    noor, bram = mandate(date(2026, 1, 1)), mandate(date(2026, 1, 1), person="p2")
    gone = mandate(date(2026, 1, 1), DAY, person="p3")
    other = GivenMandate("m4", "p4", "administrator", Scope("school"), Span(date(2026, 1, 1)))
    editor = GivenMandate("m5", "p5", "editor", CLUB, Span(date(2026, 1, 1)))
    assert is_last(noor, [noor, gone, other, editor], DAY)
    assert not is_last(noor, [noor, bram], DAY)
    assert not is_last(editor, [editor], DAY)


days = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@st.composite
def histories(draw: st.DrawFn) -> list[GivenMandate]:
    found = []
    for nth in range(draw(st.integers(1, 5))):
        start = draw(days)
        end = draw(st.none() | st.dates(start + timedelta(days=1), date(2028, 12, 31)))
        found.append(mandate(start, end, draw(st.none() | st.dates(start, date(2028, 1, 1))), person=f"p{nth}"))
    return found


@UNHURRIED
@given(histories(), days)
def test_ending_one_that_is_not_the_last_leaves_somebody(history: list[GivenMandate], on: date) -> None:
    holding = [each for each in history if each.state_on(on) == HOLDS]
    for each in holding:
        rest = [other for other in holding if other.person != each.person]
        assert is_last(each, history, on) == (not rest)


@UNHURRIED
@given(histories(), days)
def test_what_holds_could_be_used_that_day(history: list[GivenMandate], on: date) -> None:
    assert all(each.held_during(on) for each in history if each.state_on(on) == HOLDS)


def proposal(way: str = "asked", made: datetime = AT, **more: object) -> Proposal:
    facts: dict[str, object] = {
        "ref": "i1", "way": way, "state": "open", "email": "bram@example.org", "person": "p7", "capacity": "editor",
        "scope": CLUB, "until": None, "made_by": "p1", "made_at": made, "expires_at": made + REQUEST_HOLDS,
    }  # fmt: skip
    return Proposal(**{**facts, **more})  # type: ignore[arg-type]


def test_an_invitation_counts_up_to_its_last_instant() -> None:
    invitation = proposal("invited", expires_at=AT + INVITATION_HOLDS)
    last = AT + INVITATION_HOLDS - timedelta(microseconds=1)
    assert accepting(invitation, "p7", ["bram@example.org"], last)
    assert (
        accepting(invitation, "p7", ["bram@example.org"], AT + INVITATION_HOLDS).reason.key == "people.invited_expired"
    )


def test_one_does_not_accept_ones_own_invitation() -> None:
    assert accepting(proposal("invited"), "p1", ["bram@example.org"], AT).reason.key == "people.own_rights"


PLATFORM = Caller("p9", mandates=(HeldMandate("m", "platform_administrator", "", "", "", Span(date(2026, 1, 1))),))
ADMIN = Caller("p8", mandates=(HeldMandate("m", "administrator", "club", "", "", Span(date(2026, 1, 1))),))


@pytest.mark.parametrize(
    ("who", "strong", "waited", "has_administrator", "key"),
    [
        (ADMIN, False, timedelta(0), True, "people.gives"),
        (PLATFORM, True, timedelta(0), True, "people.administrators_first"),
        (PLATFORM, True, PATIENCE - timedelta(seconds=1), True, "people.administrators_first"),
        (PLATFORM, True, PATIENCE, True, "people.in_programme"),
        (PLATFORM, True, timedelta(0), False, "people.in_programme"),
        (PLATFORM, False, PATIENCE, True, "people.second_factor"),
        (Caller("p7"), True, PATIENCE, True, "people.own_rights"),
        (Caller("p6"), True, PATIENCE, True, "people.not_yours_to_give"),
        (Caller(), True, PATIENCE, True, "people.sign_in"),
        (ADMIN, True, REQUEST_HOLDS, True, "people.asked_expired"),
    ],
)
def test_who_answers_a_request(who: Caller, strong: bool, waited: timedelta, has_administrator: bool, key: str) -> None:
    asker = Caller(who.person, mandates=who.mandates, is_strong=strong)
    verdict = may_answer_invitation(asker, proposal(), has_administrator=has_administrator, at=AT + waited)
    assert verdict.reason.key == key


def test_the_patience_ends_before_the_request_does_and_says_whose_rule_it_is() -> None:
    assert PATIENCE < REQUEST_HOLDS
    assert OWN_AGREEMENT.source == "eigen afspraak"
