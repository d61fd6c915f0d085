"""Inhabitants and pupils of a municipality on any map, with the day they were counted; unknown stays unknown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from wortel.territory.domain.register import Register


@dataclass(frozen=True, slots=True, order=True)
class Ages:
    """Full years, both ends included; `high=None` has no upper end."""

    low: int
    high: int | None = None


EVERYONE = Ages(0)
Group = Ages | str  # ages for inhabitants, a level of education for pupils


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a group were counted on `ref_date` for a code of the map of `map_on`. `None`: not known."""

    nis: str
    group: Group
    ref_date: date
    map_on: date
    value: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its day, the map its codes came from, the codes it is the sum of, and its sources."""

    value: int
    ref_date: date
    map_on: date
    made_of: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts by day of reference. Numbers of different days, or of age groups that overlap, are never added."""

    register: Register
    inhabitants: Mapping[date, Mapping[tuple[str, Group], Count]]
    pupil_counts: Mapping[date, Mapping[tuple[str, Group], Count]]

    @classmethod
    def of(cls, register: Register, inhabitants: Iterable[Count], pupil_counts: Iterable[Count]) -> Statistics:
        """Indexes the counts; the codes of one reference day are all of one map."""
        return cls(register, _by_day(inhabitants), _by_day(pupil_counts))

    def population(self, nis: str, on: date, ages: Ages = EVERYONE, ref_date: date | None = None) -> Figure | None:
        """Inhabitants of the municipality as it was on `on`, counted on `ref_date` (latest known up to `on`).

        `ages` that are no published group are put together from published groups that meet without overlap.
        `None` when that cannot be done exactly. Raises as `Timeline.municipality` does.
        """
        return self._figure(self.inhabitants, nis, on, ages, ref_date)

    def pupils(self, nis: str, on: date, level: str, ref_date: date | None = None) -> Figure | None:
        """Pupils at the school sites in the municipality as it was on `on`; `level` is kleuter, lager or secundair.

        `ref_date` is the day of the count, by default the latest known, later than `on` if need be.
        `None` when not known exactly. Raises as `Timeline.municipality` does.
        """
        return self._figure(self.pupil_counts, nis, on, level, ref_date or max(self.pupil_counts, default=None))

    def _figure(
        self,
        tables: Mapping[date, Mapping[tuple[str, Group], Count]],
        nis: str,
        on: date,
        group: Group,
        ref_date: date | None,
    ) -> Figure | None:
        self.register.municipality(nis, on)
        days = [ref_date] if ref_date else sorted((day for day in tables if day <= on), reverse=True)
        answers = (self._of_table(tables.get(day, {}), nis, on, group) for day in days)
        return next((answer for answer in answers if answer is not None), None)

    def _of_table(self, table: Mapping[tuple[str, Group], Count], nis: str, on: date, group: Group) -> Figure | None:
        any_count = next(iter(table.values()), None)
        codes = self._exact_codes(nis, on, any_count.map_on) if any_count else None
        if not codes:
            return None
        tiles = (group,) if (codes[0], group) in table else _tiles(group, _published(table, codes[0]))
        counts = [table.get((code, tile)) for code in codes for tile in tiles]
        known = [count for count in counts if count is not None and count.value is not None]
        if not known or len(known) < len(counts):
            return None
        return Figure(
            value=sum(count.value for count in known if count.value is not None),
            ref_date=known[0].ref_date,
            map_on=known[0].map_on,
            made_of=codes,
            sources=tuple(sorted({count.source for count in known})),
        )

    def _exact_codes(self, nis: str, on: date, map_on: date) -> tuple[str, ...]:
        """The codes on the map of `map_on` that together are exactly `nis` as of `on`; empty when none are."""
        lineage = self.register.lineage
        codes = lineage.carried(nis, on, map_on)
        return codes if all(lineage.carried(code, map_on, on) == (nis,) for code in codes) else ()


def _published(table: Mapping[tuple[str, Group], Count], nis: str) -> list[Ages]:
    """The age groups published for the municipality, youngest first."""
    return sorted({found for code, found in table if code == nis and isinstance(found, Ages)})


def _tiles(group: Group, published: list[Ages]) -> tuple[Group, ...]:
    """Published groups that make up `group` without gap or overlap; the group itself when there is no such set."""
    if not isinstance(group, Ages) or group in published or group.high is None:
        return (group,)
    for first in published:
        if first.low == group.low and first.high is not None and first.high < group.high:
            rest = _tiles(Ages(first.high + 1, group.high), published)
            if all(tile in published for tile in rest):
                return (first, *rest)
    return (group,)


def _by_day(counts: Iterable[Count]) -> Mapping[date, Mapping[tuple[str, Group], Count]]:
    found: dict[date, dict[tuple[str, Group], Count]] = defaultdict(dict)
    for count in counts:
        found[count.ref_date][count.nis, count.group] = count
    return dict(found)
