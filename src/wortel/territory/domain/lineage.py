"""Which municipality codes became which, between the maps of any two days."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wortel.territory.domain.places import Succession
from wortel.territory.domain.refusals import BeforeFirstMap

Steps = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The maps in order. Map 0 begins on `first_day`, map n on `changes[n - 1]`; codes not named in a step stay."""

    first_day: date
    changes: tuple[date, ...]
    onward: tuple[Steps, ...]
    backward: tuple[Steps, ...]

    @classmethod
    def of(cls, first_day: date, changes: Iterable[date], successions: Iterable[Succession]) -> Lineage:
        """`changes` are the days on which any code starts or ends; days up to `first_day` are left out."""
        steps = tuple(step for step in successions if step.on > first_day)
        days = tuple(sorted({*(day for day in changes if day > first_day), *(step.on for step in steps)}))
        return cls(
            first_day,
            days,
            tuple(_grouped((step.old, step.new) for step in steps if step.on == day) for day in days),
            tuple(_grouped((step.new, step.old) for step in steps if step.on == day) for day in days),
        )

    def map_number(self, on: date) -> int:
        """Which map holds on day `on`. Raises `BeforeFirstMap`."""
        if on < self.first_day:
            raise BeforeFirstMap(on, self.first_day)
        return bisect_right(self.changes, on)

    def carried(self, nis: str, from_day: date, to_day: date) -> tuple[str, ...]:
        """The codes on the map of `to_day` that hold any of the territory `nis` had on `from_day`, sorted.

        The caller sees to it that `nis` stood on `from_day`. Raises `BeforeFirstMap`.
        """
        start, end = self.map_number(from_day), self.map_number(to_day)
        steps = self.onward[start:end] if start <= end else self.backward[end:start][::-1]
        codes = {nis}
        for step in steps:
            codes = {after for code in codes for after in step.get(code, (code,))}
        return tuple(sorted(codes))


def _grouped(pairs: Iterable[tuple[str, str]]) -> Steps:
    found: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        found[left].add(right)
    return {left: tuple(sorted(rights)) for left, rights in found.items()}
