"""Who sits at the desk, over which region, and never about their own affairs."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from wortel.atlas.desk.permissions import may_decide, may_see_desk, may_see_matter
from wortel.atlas.domain.matter import Decided, Kind, Matter, Room
from wortel.kernel.span import Span
from wortel.people.domain.caller import STRANGER, Caller, HeldMandate

AT = datetime(2026, 11, 20, tzinfo=UTC)
HERE, THERE = ("referentieregio", "REFREG07"), ("referentieregio", "REFREG08")


def caller(*held: tuple[str, str, str], strong: bool = True, person: str = "decider") -> Caller:
    mandates = tuple(
        HeldMandate(
            f"m{number}", capacity, organisation, "referentieregio" if area else "", area, Span(date(2026, 1, 1))
        )
        for number, (capacity, organisation, area) in enumerate(held)
    )
    return Caller(person=person, mandates=mandates, is_strong=strong)


def matter(
    organisation: str = "club", author: str = "writer", mail: str = "", decided: Decided | None = None
) -> Matter:
    return Matter(
        Room.REPLY, Kind.DISPUTE, "abc", "Club", "/", organisation, "44021", AT, "…", author, "", mail,
        decided=decided, areas=frozenset({HERE}),
    )  # fmt: skip


CATALYST = ("catalyst", "", "REFREG07")
MANAGER = ("programme_manager", "", "")
SEES = [
    (STRANGER, "desk.sign_in"),
    (caller(), "desk.no_role"),
    (caller(("administrator", "club", "")), "desk.no_role"),
    (caller(("territory_reader", "", "REFREG07")), "desk.no_role"),
    (caller(CATALYST), "desk.role"),
    (caller(MANAGER), "desk.role"),
    (caller(("platform_administrator", "", "")), "desk.role"),
    (caller(MANAGER, strong=False), "people.second_factor"),
]


@pytest.mark.parametrize(("who", "key"), SEES)
def test_the_desk_is_for_who_has_the_role(who: Caller, key: str) -> None:
    assert may_see_desk(who).reason.key == key


def test_a_catalyst_sees_the_own_region_only() -> None:
    assert may_see_matter(caller(CATALYST), matter())
    assert may_see_matter(caller(("catalyst", "", THERE[1])), matter()).reason.key == "desk.other_region"
    assert may_see_matter(caller(("catalyst", "", THERE[1]), MANAGER), matter())


@pytest.mark.parametrize(
    ("who", "about", "key"),
    [
        (caller(CATALYST), matter(), "desk.decides"),
        (caller(MANAGER), matter(organisation=""), "desk.decides"),
        (caller(MANAGER, strong=False), matter(), "people.second_factor"),
        (caller(MANAGER, ("editor", "club", "")), matter(), "desk.own_organisation"),
        (caller(MANAGER, person="writer"), matter(), "desk.own_words"),
        (caller(MANAGER), matter(author="", mail="Ik@example.org"), "desk.own_words"),
        (caller(MANAGER), matter(decided=Decided("accepted", "x", AT, "")), "desk.decided"),
        (STRANGER, matter(), "desk.sign_in"),
    ],
)
def test_nobody_decides_about_their_own_affairs(who: Caller, about: Matter, key: str) -> None:
    assert may_decide(who, about, ("ik@example.org",)).reason.key == key
