"""Present, from elsewhere, perhaps and nobody known are four different things, in both views."""

from __future__ import annotations

from wortel.actors.domain.kinds import EDUCATION, ENTERPRISE, GOVERNMENT, RESEARCH, SOCIETY
from wortel.network.domain.balance import Presence, balance


def presences(found: object) -> dict[str, Presence]:
    return {part.key: part.presence for part in found}  # type: ignore[attr-defined]


def test_an_empty_place_has_nobody_known_in_every_sector() -> None:
    found = balance([], [])
    assert set(presences(found.sectors).values()) == {Presence.NOBODY_KNOWN}
    assert (found.total, found.present, len(found.missing)) == (0, (), 5)


def test_each_sector_is_told_apart() -> None:
    found = balance([(EDUCATION, False), (EDUCATION, True), ("", False)], [ENTERPRISE, EDUCATION, ""])
    assert presences(found.sectors) == {
        EDUCATION: Presence.HERE,
        RESEARCH: Presence.PERHAPS,
        ENTERPRISE: Presence.FROM_ELSEWHERE,
        GOVERNMENT: Presence.PERHAPS,
        SOCIETY: Presence.PERHAPS,
    }
    education = found.sectors[0]
    assert (education.here, education.fictional, education.from_elsewhere) == (2, 1, 1)
    assert (found.unknown, found.total, found.fictional) == (1, 3, 1)
    assert found.missing == (RESEARCH, ENTERPRISE, GOVERNMENT, SOCIETY)


def test_leisure_and_citizens_count_with_government_among_the_four_o() -> None:
    found = balance([(SOCIETY, False)], [])
    assert presences(found.four_o)["overheid"] is Presence.HERE
    assert presences(found.sectors)[GOVERNMENT] is Presence.NOBODY_KNOWN
