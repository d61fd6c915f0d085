"""The balance of the helix: which sectors and which O's work in a place, and which nobody knows of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wortel.actors.domain.kinds import FOUR_O, SECTORS


class Presence(StrEnum):
    """How a sector is represented: by someone here, by someone elsewhere who works for this place, perhaps by one
    of those whose sector is unknown, or by nobody we know.
    """

    HERE = "here"
    FROM_ELSEWHERE = "from_elsewhere"
    PERHAPS = "perhaps"
    NOBODY_KNOWN = "nobody_known"


@dataclass(frozen=True, slots=True)
class Part:
    """One sector or one O: how many work here, how many of those are made up, how many work for it from elsewhere."""

    key: str
    here: int
    fictional: int
    from_elsewhere: int
    presence: Presence


@dataclass(frozen=True, slots=True)
class Balance:
    """Both views of the same actors, and those whose sector nobody says: they are in `total`, in no part."""

    sectors: tuple[Part, ...]
    four_o: tuple[Part, ...]
    unknown: int
    total: int
    fictional: int

    @property
    def present(self) -> tuple[str, ...]:
        """The sectors that somebody here belongs to."""
        return tuple(part.key for part in self.sectors if part.presence is Presence.HERE)

    @property
    def missing(self) -> tuple[str, ...]:
        """The sectors that nobody known to be here belongs to."""
        return tuple(part.key for part in self.sectors if part.presence is not Presence.HERE)


def balance(here: Iterable[tuple[str, bool]], from_elsewhere: Iterable[str]) -> Balance:
    """Of actors as (sector, whether made up), "" for an unknown sector, and of the sectors of those elsewhere."""
    counts, made_up, others = dict.fromkeys(("", *SECTORS), 0), dict.fromkeys(("", *SECTORS), 0), dict(_none())
    for sector, is_fictional in here:
        counts[sector] += 1
        made_up[sector] += is_fictional
    for sector in from_elsewhere:
        if sector in others:
            others[sector] += 1

    def part(key: str, sectors: Iterable[str]) -> Part:
        held = tuple(sectors)
        number, elsewhere = sum(counts[it] for it in held), sum(others[it] for it in held)
        presence = _presence(number, elsewhere, counts[""])
        return Part(key, number, sum(made_up[it] for it in held), elsewhere, presence)

    return Balance(
        sectors=tuple(part(sector, (sector,)) for sector in SECTORS),
        four_o=tuple(part(name, sectors) for name, sectors in FOUR_O.items()),
        unknown=counts[""],
        total=sum(counts.values()),
        fictional=sum(made_up.values()),
    )


def _none() -> Mapping[str, int]:
    return dict.fromkeys(SECTORS, 0)


def _presence(here: int, elsewhere: int, unknown: int) -> Presence:
    if here:
        return Presence.HERE
    if elsewhere:
        return Presence.FROM_ELSEWHERE
    return Presence.PERHAPS if unknown else Presence.NOBODY_KNOWN
