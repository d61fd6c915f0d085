"""Which roles of the policy somebody holds in a place, and which nobody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Holder:
    """An actor in a role; `valid_from` `None`: since when is not said."""

    ref: str
    role: str
    valid_from: date | None


@dataclass(frozen=True, slots=True)
class RoleStanding:
    """A role: who holds it here, and who works for this place from elsewhere in that role.

    `by_people`: somebody has a mandate for this place in that role; whether those are made up is in `only_fictional`.
    """

    role: str
    here: tuple[Holder, ...]
    from_elsewhere: tuple[Holder, ...]
    by_people: int = 0
    only_fictional: bool = False

    @property
    def is_absent(self) -> bool:
        """Nobody known holds it, here or for this place."""
        return not self.here and not self.from_elsewhere and not self.by_people


def standing_roles(
    expected: Iterable[str], holders: Iterable[Holder], here: frozenset[str], serving: frozenset[str]
) -> tuple[RoleStanding, ...]:
    """Each expected role, in the order given; an actor that is told to hold a role twice counts once."""
    once: dict[tuple[str, str], Holder] = {}
    for holder in holders:
        once.setdefault((holder.role, holder.ref), holder)
    return tuple(
        RoleStanding(
            role,
            tuple(held for (name, ref), held in sorted(once.items()) if name == role and ref in here),
            tuple(held for (name, ref), held in sorted(once.items()) if name == role and ref in serving - here),
        )
        for role in expected
    )
