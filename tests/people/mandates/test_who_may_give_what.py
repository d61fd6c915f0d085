"""Who may give which capacity, where, until when: a table of cases, and what holds for any giver."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_cast import UNHURRIED

from wortel.kernel.span import Span
from wortel.people.domain.caller import STRANGER, Caller, HeldMandate
from wortel.people.domain.capacities import CAPACITIES
from wortel.people.domain.giving import giving
from wortel.people.domain.mandate import GivenMandate
from wortel.people.domain.scope import Scope
from wortel.people.permissions import (
    may_ask,
    may_end_mandate,
    may_give_programme_role,
    may_invite,
    may_prolong_mandate,
    may_read_person,
    may_see_members,
)

TODAY = date(2026, 11, 22)
CLUB, SCHOOL = Scope("club"), Scope("school")
GENT, FLANDERS = Scope(scheme="referentieregio", area="REFREG13"), Scope()


def caller(capacity: str, scope: Scope, *, until: date | None = None, strong: bool = True, key: str = "p1") -> Caller:
    held = HeldMandate(
        "m-" + key, capacity, scope.organisation, scope.scheme, scope.area, Span(date(2026, 1, 1), until)
    )
    return Caller(person=key, mandates=(held,), is_strong=strong)


def mandate(capacity: str, scope: Scope, *, person: str = "p2", until: date | None = None) -> GivenMandate:
    return GivenMandate("m-" + person, person, capacity, scope, Span(date(2026, 1, 1), until))


ADMIN, EDITOR = caller("administrator", CLUB), caller("editor", CLUB)
PLATFORM = caller("platform_administrator", FLANDERS)
WEAK_PLATFORM = caller("platform_administrator", FLANDERS, strong=False)
MANAGER = caller("programme_manager", FLANDERS)
CATALYST = caller("catalyst", GENT)
TO_JUNE = caller("administrator", CLUB, until=date(2027, 6, 1))


@pytest.mark.parametrize(
    ("giver", "capacity", "scope", "until", "key"),
    [
        (ADMIN, "editor", CLUB, None, "people.gives"),
        (ADMIN, "administrator", CLUB, None, "people.gives"),
        (ADMIN, "editor", SCHOOL, None, "people.not_yours_to_give"),
        (ADMIN, "platform_administrator", FLANDERS, None, "people.not_yours_to_give"),
        (ADMIN, "catalyst", GENT, None, "people.not_yours_to_give"),
        (ADMIN, "editor", FLANDERS, None, "people.no_such_capacity"),
        (ADMIN, "director", CLUB, None, "people.no_such_capacity"),
        (EDITOR, "editor", CLUB, None, "people.not_yours_to_give"),
        (STRANGER, "editor", CLUB, None, "people.sign_in"),
        (PLATFORM, "platform_administrator", FLANDERS, None, "people.gives"),
        (PLATFORM, "programme_manager", FLANDERS, None, "people.gives"),
        (PLATFORM, "programme_manager", GENT, None, "people.no_such_capacity"),
        (PLATFORM, "administrator", CLUB, None, "people.not_yours_to_give"),
        (WEAK_PLATFORM, "catalyst", GENT, None, "people.second_factor"),
        (MANAGER, "catalyst", GENT, None, "people.gives"),
        (MANAGER, "catalyst", FLANDERS, None, "people.no_such_capacity"),
        (MANAGER, "programme_manager", FLANDERS, None, "people.not_yours_to_give"),
        (CATALYST, "territory_reader", GENT, None, "people.not_yours_to_give"),
        (TO_JUNE, "editor", CLUB, date(2027, 6, 1), "people.gives"),
        (TO_JUNE, "editor", CLUB, date(2027, 6, 2), "people.beyond_own_end"),
        (TO_JUNE, "editor", CLUB, None, "people.beyond_own_end"),
    ],
)
def test_the_table_of_giving(giver: Caller, capacity: str, scope: Scope, until: date | None, key: str) -> None:
    verdict = may_invite(giver, capacity, scope, until)
    assert (verdict.reason.key, bool(verdict)) == (key, key == "people.gives")


@pytest.mark.parametrize(
    ("who", "which", "last", "key"),
    [
        (ADMIN, mandate("editor", CLUB), False, "people.gives"),
        (ADMIN, mandate("administrator", CLUB), False, "people.gives"),
        (ADMIN, mandate("administrator", CLUB), True, "people.last_administrator"),
        (ADMIN, mandate("administrator", CLUB, person="p1"), False, "people.own_mandate"),
        (ADMIN, mandate("administrator", CLUB, person="p1"), True, "people.last_administrator"),
        (ADMIN, mandate("editor", SCHOOL), False, "people.not_yours_to_give"),
        (EDITOR, mandate("editor", CLUB), False, "people.not_yours_to_give"),
        (EDITOR, mandate("editor", CLUB, person="p1"), False, "people.own_mandate"),
        (EDITOR, mandate("administrator", CLUB), True, "people.not_yours_to_give"),
        (TO_JUNE, mandate("editor", CLUB), False, "people.gives"),
        (PLATFORM, mandate("administrator", CLUB), False, "people.in_programme"),
        (WEAK_PLATFORM, mandate("administrator", CLUB), False, "people.second_factor"),
        (MANAGER, mandate("catalyst", GENT), False, "people.gives"),
        (MANAGER, mandate("platform_administrator", FLANDERS), False, "people.not_yours_to_give"),
        (ADMIN, mandate("editor", CLUB, until=TODAY), False, "people.mandate_over_already"),
        (STRANGER, mandate("editor", CLUB), False, "people.sign_in"),
    ],
)
def test_the_table_of_ending(who: Caller, which: GivenMandate, last: bool, key: str) -> None:
    assert may_end_mandate(who, which, last=last, on=TODAY).reason.key == key


@pytest.mark.parametrize(
    ("who", "key"),
    [
        (STRANGER, "people.sign_in"),
        (EDITOR, "people.acts_for_it"),
        (MANAGER, "people.only_members"),
        (PLATFORM, "people.in_programme"),
        (WEAK_PLATFORM, "people.second_factor"),
    ],
)
def test_members_are_seen_by(who: Caller, key: str) -> None:
    assert may_see_members(who, "club").reason.key == key


def test_a_person_is_read_by_their_administrators_and_not_by_colleagues() -> None:
    assert may_read_person(ADMIN, "p9", ["club"])
    assert may_read_person(EDITOR, "p1", [])
    assert not may_read_person(EDITOR, "p9", ["club"])
    assert not may_read_person(ADMIN, "p9", ["school"])
    assert not may_read_person(STRANGER, "", [])


def test_programme_roles_are_given_by_two_kinds() -> None:
    allowed = [bool(may_give_programme_role(each)) for each in (PLATFORM, MANAGER, WEAK_PLATFORM, CATALYST, ADMIN)]
    assert allowed == [True, True, False, False, False]


def test_one_asks_for_what_one_does_not_have_yet() -> None:
    assert may_ask(EDITOR, "administrator", "club", has_open_request=False)
    assert may_ask(ADMIN, "editor", "school", has_open_request=False)
    assert not may_ask(ADMIN, "editor", "club", has_open_request=False)
    assert not may_ask(EDITOR, "administrator", "club", has_open_request=True)
    assert not may_ask(EDITOR, "platform_administrator", "", has_open_request=False)


days = st.dates(TODAY - timedelta(days=900), TODAY + timedelta(days=900))
ends = st.none() | st.dates(TODAY + timedelta(days=1), TODAY + timedelta(days=900))
scopes = st.sampled_from([CLUB, SCHOOL, GENT, Scope(scheme="provincie", area="40000"), FLANDERS])
capacities = st.sampled_from(sorted(CAPACITIES))


@st.composite
def callers(draw: st.DrawFn) -> Caller:
    held = tuple(
        HeldMandate(f"m{nth}", capacity, scope.organisation, scope.scheme, scope.area, Span(date(2020, 1, 1), until))
        for nth, (capacity, scope, until) in enumerate(draw(st.lists(st.tuples(capacities, scopes, ends), max_size=4)))
    )
    return Caller(person="p1", mandates=held, is_strong=draw(st.booleans()))


@UNHURRIED
@given(callers(), capacities, scopes, ends)
def test_what_is_given_comes_from_one_who_has_the_table_the_scope_and_the_days(
    giver: Caller, capacity: str, scope: Scope, until: date | None
) -> None:
    if not giving(giver, capacity, scope, until):
        return
    rule = CAPACITIES[capacity]
    grounds = [
        held
        for held in giver.mandates
        if held.capacity in rule.given_by
        and held.organisation == scope.organisation
        and (giver.is_strong or not CAPACITIES[held.capacity].needs_second_factor)
        and (held.valid.end is None or (until is not None and until <= held.valid.end))
    ]
    assert grounds
    assert rule.scope == scope.kind


@UNHURRIED
@given(callers(), capacities, scopes, ends)
def test_nobody_makes_their_own_mandate_longer(who: Caller, capacity: str, scope: Scope, until: date | None) -> None:
    own = mandate(capacity, scope, person=who.person, until=TODAY + timedelta(days=5))
    assert may_prolong_mandate(who, own, until).reason.key == "people.own_rights"


@UNHURRIED
@given(callers(), capacities, scopes, ends)
def test_who_may_give_it_may_end_it(who: Caller, capacity: str, scope: Scope, until: date | None) -> None:
    if giving(who, capacity, scope, until):
        assert may_end_mandate(who, mandate(capacity, scope, until=until), last=False, on=TODAY)


@UNHURRIED
@given(callers(), capacities, scopes)
def test_the_last_one_is_ended_by_nobody(who: Caller, capacity: str, scope: Scope) -> None:
    assert not may_end_mandate(who, mandate(capacity, scope), last=True, on=TODAY)
    assert not may_end_mandate(who, mandate(capacity, scope, person="p1"), last=True, on=TODAY)
