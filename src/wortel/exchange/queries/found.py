"""What answers a question about needs and offers: counted by facet, and page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from django.db.models import Q

from wortel.actors.public import Listed, Spot, named_actors
from wortel.exchange.domain.ages import stages_touched
from wortel.exchange.domain.kinds import KIND_OF, THEME
from wortel.exchange.domain.reach import distance_km
from wortel.exchange.domain.words import THEMES
from wortel.exchange.models import Listing
from wortel.exchange.queries.listings import areas_of, here, standing
from wortel.kernel.text import folded

SIDE, KIND, THEME_FACET, REGION, STAGE = "side", "kind", "theme", "region", "stage"
FACETS = (SIDE, KIND, THEME_FACET, STAGE, REGION)
NEWEST, NEAREST, ENDING = "newest", "nearest", "ending"
_CELLS = ("id", "side", "kind", "themes", "nis", "age_from", "age_to", "lat", "lon", "end_on", "is_urgent")


@dataclass(frozen=True, slots=True)
class Asked:
    """Words, choices per facet, one municipality of today's map, a place with a radius, and an order."""

    text: str = ""
    chosen: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))
    nis: str = ""
    near: Spot | None = None
    radius_km: float = 0.0
    sort: str = NEWEST

    @property
    def narrows(self) -> bool:
        """Whether anything but the order is asked."""
        return bool(self.text or self.nis or self.near or any(self.chosen.values()))


@dataclass(frozen=True, slots=True)
class Line:
    """A need or an offer as a line of a list, with whose it is (`None`: not in the directory any more)."""

    row: Listing
    actor: Listed | None
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """An answer: the ids in order with their distance, and how many each choice would give."""

    ids: tuple[tuple[int, float | None], ...]
    counts: Mapping[str, Counter[str]]

    @property
    def total(self) -> int:
        """How many answer."""
        return len(self.ids)

    def page(self, offset: int, limit: int) -> list[Line]:
        """Those from `offset` on, at most `limit`. Two statements."""
        return lines(self.ids[offset : offset + limit])


def found(asked: Asked, condition: Q, on: date) -> Found:
    """Those open on that day that meet the condition (`readable`) and the question. One statement."""
    words = Q()
    for word in folded(asked.text).split():
        words &= Q(words__contains=word)
    kept: list[tuple[tuple[object, ...], int, float | None]] = []
    alike: dict[str, Counter[tuple[str, ...]]] = {facet: Counter() for facet in FACETS}
    for cells in standing(on).filter(condition & words).values_list(*_CELLS):
        row = dict(zip(_CELLS, cells, strict=True))
        km = distance_km(asked.near.lat, asked.near.lon, row["lat"], row["lon"]) if asked.near else None
        if (km is not None and km > asked.radius_km) or (asked.nis and asked.nis not in _today(row["nis"], on)):
            continue
        values = _values(row, on)
        failing = [facet for facet, chosen in asked.chosen.items() if chosen and chosen.isdisjoint(values[facet])]
        for facet in FACETS:
            if not failing or failing == [facet]:
                alike[facet][values[facet]] += 1
        if not failing:
            kept.append((_order(asked.sort, row, km), row["id"], km))
    kept.sort(key=lambda it: it[0])
    return Found(tuple((key, km) for _, key, km in kept), {facet: _each(alike[facet]) for facet in FACETS})


def _each(alike: Mapping[tuple[str, ...], int]) -> Counter[str]:
    """How often each choice, from how often each set of choices: there are far fewer sets than needs and offers."""
    counts: Counter[str] = Counter()
    for choices, times in alike.items():
        for choice in dict.fromkeys(choices):
            counts[choice] += times
    return counts


def lines(ids: Sequence[tuple[int, float | None]]) -> list[Line]:
    """These as lines, in that order. Two statements."""
    rows = Listing.objects.in_bulk([key for key, _ in ids])
    actors = named_actors(list({row.actor for row in rows.values()}))
    return [Line(rows[key], actors.get(rows[key].actor), km) for key, km in ids if key in rows]


def _values(row: Mapping[str, object], on: date) -> dict[str, tuple[str, ...]]:
    """By facet, what this one counts for. Without a theme it is about every theme, if its kind has themes."""
    side, kind, themes, nis = str(row["side"]), str(row["kind"]), row["themes"], str(row["nis"])
    asks_theme = kind in KIND_OF and THEME in KIND_OF[kind].asks(side)
    about = tuple(map(str, themes)) if isinstance(themes, list) else ()
    return {
        SIDE: (side,),
        KIND: (kind,),
        THEME_FACET: about or (tuple(THEMES) if asks_theme else ()),
        STAGE: _stages(int(str(row["age_from"])), int(str(row["age_to"]))),
        REGION: _regions(nis, on),
    }


def _order(sort: str, row: Mapping[str, object], km: float | None) -> tuple[object, ...]:
    newest = -int(str(row["id"]))
    if sort == NEAREST and km is not None:
        return (round(km, 1), newest)
    return (row["end_on"], newest) if sort == ENDING else (not row["is_urgent"], newest)


_stages = lru_cache(maxsize=1_000)(stages_touched)


@lru_cache(maxsize=2_000)
def _regions(nis: str, on: date) -> tuple[str, ...]:
    return tuple(sorted(code for scheme, code in areas_of(nis, on) if scheme == "referentieregio"))


@lru_cache(maxsize=2_000)
def _today(nis: str, on: date) -> frozenset[str]:
    return frozenset(place.nis for place in here(nis, on))
