"""The facts that measures are counted from, as they stood at an instant. A fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery

from wortel.actors.public import named_actors
from wortel.exchange.public import NEED, OFFER, Listing
from wortel.introductions.domain.measures import Brought, Posted
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.models import Feedback, Introduction, Step
from wortel.introductions.queries.scopes import codes_ever, codes_in, municipality_today
from wortel.kernel.span import Span
from wortel.shell.clock import BRUSSELS

_NEVER_OPEN = (Listing.State.DRAFT, Listing.State.AWAITING)
_COLUMNS = (
    "id", "need", "offer", "need_actor", "offer_actor", "state_then", "proposed_at", "offer_agreed_at",
    "need_agreed_at", "ended_by", "state_at", "state", "planned_on", "km",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """Needs opened in a span, offers possible in it, what was brought together for them, and what was done before."""

    needs: tuple[Posted, ...]
    offers: tuple[Posted, ...]
    brought: tuple[Brought, ...]
    earlier: tuple[Brought, ...]


def facts(scope: RunScope, span: Span, at: datetime, *, is_fictional: bool) -> Facts:
    """The facts of a scope and a span, as known at that instant. At most eight statements."""
    on = at.astimezone(BRUSSELS).date()
    inside = codes_in(scope, on)
    rows = Listing.objects.filter(is_fictional=is_fictional, made_at__lte=at).exclude(state__in=_NEVER_OPEN)
    rows = rows if inside is None else rows.filter(nis__in=sorted(codes_ever(inside, on)))
    end = span.end or date.max
    needs = list(_columns(rows.filter(side=NEED, **_between("made_at", span))))
    offers = list(_columns(rows.filter(side=OFFER, first_on__lt=end, end_on__gt=span.start)))
    sectors = _sectors(needs)
    asked = tuple(_posted(row, sectors, on) for row in needs)
    possible = tuple(_posted(row, {}, on) for row in offers)
    then = _then(at).filter(is_fictional=is_fictional)
    of_needs = then.filter(need__in=_refs(rows.filter(side=NEED, **_between("made_at", span))))
    of_offers = then.filter(
        offer__in=_refs(rows.filter(side=OFFER, first_on__lt=end, end_on__gt=span.start)),
        **_between("proposed_at", span),
    )
    earlier = then.filter(state_at__lt=_midnight(span.start), state__in=("confirmed", "done"))
    found = {row[0]: row for row in (*of_needs.values_list(*_COLUMNS), *of_offers.values_list(*_COLUMNS))}
    happened = _happened(of_needs, of_offers, at)
    return Facts(
        asked,
        possible,
        tuple(_brought(row, happened.get(row[0]), at) for _, row in sorted(found.items())),
        tuple(_brought(row, None, at) for row in earlier.values_list(*_COLUMNS)),
    )


def _between(column: str, span: Span) -> dict[str, datetime]:
    limits = {f"{column}__gte": _midnight(span.start)}
    return {**limits, f"{column}__lt": _midnight(span.end)} if span.end else limits


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=BRUSSELS)


def _columns(rows: QuerySet[Listing]) -> Iterable[tuple[object, ...]]:
    named = ("ref", "actor", "kind", "nis", "quantity", "made_at", "first_on", "end_on")
    return rows.order_by("ref").values_list(*named).iterator(2_000)


def _refs(rows: QuerySet[Listing]) -> QuerySet[Listing, str]:
    return rows.order_by().values_list("ref", flat=True)


def _sectors(rows: Sequence[tuple[object, ...]]) -> dict[str, str]:
    actors = named_actors(sorted({str(row[1]) for row in rows})) if rows else {}
    return {ref: actor.sector for ref, actor in actors.items()}


def _posted(row: tuple[object, ...], sectors: dict[str, str], on: date) -> Posted:
    ref, actor, kind, nis, quantity, made_at, first_on, end_on = row
    place = municipality_today(str(nis), on)
    return Posted(ref, actor, kind, place, sectors.get(str(actor), ""), quantity, made_at, first_on, end_on)  # type: ignore[arg-type]


def _then(at: datetime) -> QuerySet[Introduction]:
    """Introductions that were proposed by then, each with the state it had (`state_then`)."""
    last = Step.objects.filter(introduction=OuterRef("pk"), at__lte=at).order_by("-at", "-pk").values("state")[:1]
    return Introduction.objects.filter(proposed_at__lte=at).annotate(state_then=Subquery(last))


def _happened(of_needs: QuerySet[Introduction], of_offers: QuerySet[Introduction], at: datetime) -> dict[int, bool]:
    """By introduction what its people told by then: it took place when one of both says so."""
    here = Q(introduction__in=of_needs.order_by().values("pk")) | Q(introduction__in=of_offers.order_by().values("pk"))
    told: dict[int, bool] = {}
    rows = Feedback.objects.filter(here, at__lte=at).values_list("introduction_id", "happened")
    for introduction, happened in rows:
        told[introduction] = told.get(introduction, False) or happened
    return told


def _brought(row: tuple[object, ...], happened: bool | None, at: datetime) -> Brought:
    (_, need, offer, need_actor, offer_actor, then, proposed_at, offer_agreed, need_agreed, ended_by, state_at,
     state, planned_on, km) = row  # fmt: skip
    refused = state_at if ended_by == OFFER and state == "declined" else None
    answers = [each for each in (offer_agreed, refused) if isinstance(each, datetime) and each <= at]
    agreed = [each for each in (offer_agreed, need_agreed) if isinstance(each, datetime) and each <= at]
    return Brought(
        need=str(need),
        offer=str(offer),
        need_actor=str(need_actor),
        offer_actor=str(offer_actor),
        state=str(then or state),
        proposed_at=proposed_at,  # type: ignore[arg-type]
        answered_at=min(answers) if answers else None,
        agreed_at=max(agreed) if len(agreed) == 2 else None,
        planned_on=planned_on,  # type: ignore[arg-type]
        km=km,  # type: ignore[arg-type]
        happened=happened,
    )


def last_year(on: date) -> Span:
    """The year up to and with this day."""
    return Span(on - timedelta(days=365), on + timedelta(days=1))
