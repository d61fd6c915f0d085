"""What a run reads: the open needs of a scope, every open offer, and the pairs that may not be made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.db.models import Count, OuterRef, QuerySet, Subquery, Sum

from wortel.exchange.public import LANGUAGES, NEED, OFFER, THEMES, Listing, may_meet
from wortel.introductions.domain.carrying import need_of, offer_of
from wortel.introductions.domain.fairness import ONCE, FairWeight, Served, municipality_weight, served_weight
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.domain.states import CONFIRMED, DONE
from wortel.introductions.models import Introduction
from wortel.introductions.queries.scopes import codes_in, municipality_today
from wortel.introductions.queries.standing import all_taken, open_pairs, past_pairs
from wortel.introductions.runs_rulebook import runs_rulebook
from wortel.matching.domain.asking import Need, Offer
from wortel.organisations.public import partners_by

CHUNK = 2_000
OWN, PARTNERS = "own", "partners"


@dataclass(slots=True)
class Rows:
    """Rows of the engine, whose they are, and what a run must know of them; `short` needs have something left."""

    needs: list[Need] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    actor_of: dict[str, str] = field(default_factory=dict)
    weight_of: dict[str, FairWeight] = field(default_factory=dict)
    barred: frozenset[tuple[str, str]] = frozenset()
    tried: frozenset[tuple[str, str]] = frozenset()


def open_rows(scope: RunScope, on: date, at: datetime, *, is_fictional: bool) -> Rows:
    """The rows of one world, read in chunks. Offers come from everywhere: how far they go, they say themselves."""
    taken, rows = all_taken(), Rows()
    inside = codes_in(scope, on)
    weights = _Weights(on, at, is_fictional=is_fictional)
    closed_circle: list[Listing] = []
    by_maker: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: {NEED: [], OFFER: []})
    by_kind: dict[tuple[str, str], list[Listing]] = defaultdict(list)
    for row in _open(on, is_fictional=is_fictional):
        nis = municipality_today(row.nis, on)
        if row.side == NEED and inside is not None and nis not in inside:
            continue
        left = row.quantity - taken.get(row.ref, 0)
        if not _carry(row, left, on, weights.of(row, nis), rows):
            continue
        rows.actor_of[row.ref] = row.actor
        by_maker[row.actor, row.kind][row.side].append(row.ref)
        by_kind[row.kind, row.side].append(row)
        if row.visibility == PARTNERS:
            closed_circle.append(row)
    rows.tried = past_pairs()
    own = {(need, offer) for both in by_maker.values() for need in both[NEED] for offer in both[OFFER]}
    rows.barred = frozenset({*own, *open_pairs(), *rows.tried, *_strangers(closed_circle, by_kind)})
    return rows


def served_last_year(at: datetime, on: date, *, is_fictional: bool) -> Mapping[str, Served]:
    """By municipality of today: times asked, and times filled, in the year before. Two statements."""
    since = at - timedelta(days=365)
    asked: dict[str, int] = defaultdict(int)
    filled: dict[str, int] = defaultdict(int)
    needs = Listing.objects.filter(side=NEED, is_fictional=is_fictional, made_at__gte=since, made_at__lte=at)
    for nis, times in _opened(needs).order_by().values_list("nis").annotate(Sum("quantity")):
        asked[municipality_today(nis, on)] += times
    place = Listing.objects.filter(ref=OuterRef("need")).values("nis")[:1]
    done = Introduction.objects.filter(state__in=(CONFIRMED, DONE), state_at__gte=since, state_at__lte=at)
    done = done.filter(is_fictional=is_fictional).annotate(nis=Subquery(place))
    for nis, times in done.order_by().values_list("nis").annotate(Count("pk")):
        if nis:
            filled[municipality_today(nis, on)] += times
    return {nis: Served(asked[nis], filled[nis]) for nis in {*asked, *filled}}


def _opened(rows: QuerySet[Listing]) -> QuerySet[Listing]:
    return rows.exclude(state__in=(Listing.State.DRAFT, Listing.State.AWAITING))


def _open(on: date, *, is_fictional: bool) -> Iterator[Listing]:
    found = Listing.objects.filter(state=Listing.State.OPEN, end_on__gt=on, is_fictional=is_fictional)
    return found.exclude(visibility=OWN).defer("text", "conditions").order_by("ref").iterator(CHUNK)


def _carry(row: Listing, left: int, on: date, weight: FairWeight, rows: Rows) -> bool:
    if row.side == NEED:
        need = need_of(row, left, weight.total, on)
        if need is not None:
            rows.needs.append(need)
            rows.weight_of[row.ref] = weight
        return need is not None
    offer = offer_of(row, left, on, THEMES, LANGUAGES)
    if offer is not None:
        rows.offers.append(offer)
    return offer is not None


def _strangers(
    closed_circle: list[Listing], by_kind: Mapping[tuple[str, str], list[Listing]]
) -> Iterator[tuple[str, str]]:
    """Pairs of which one is shown to partners only, and the other is of no partner."""
    if not closed_circle:
        return
    named = partners_by(sorted({row.actor for row in closed_circle}))
    for row in closed_circle:
        for other in by_kind.get((row.kind, OFFER if row.side == NEED else NEED), ()):
            if not may_meet(row, other, named):
                yield (row.ref, other.ref) if row.side == NEED else (other.ref, row.ref)


class _Weights:
    """The fair weight of each need, by the rulebook and the records of the last year."""

    def __init__(self, on: date, at: datetime, *, is_fictional: bool) -> None:
        self._rulebook, self._on = runs_rulebook(), on
        self._served = served_last_year(at, on, is_fictional=is_fictional)
        self._bonus = self._rulebook.number("served_least_bonus", on)
        self._urgent = self._rulebook.number("urgent_bonus", on)
        self._by_place: dict[str, tuple[int, int]] = {}

    def of(self, row: Listing, nis: str) -> FairWeight:
        """The weight of this need."""
        if nis not in self._by_place:
            by_rule = municipality_weight(self._rulebook, nis, self._on)
            self._by_place[nis] = (by_rule, served_weight(nis, self._served, self._bonus))
        municipality, served_least = self._by_place[nis]
        return FairWeight(municipality, served_least, ONCE + self._urgent if row.is_urgent else ONCE)
