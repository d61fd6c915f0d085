"""What the engine proposed in a year and what people chose. A fixed number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from wortel.exchange.public import LANGUAGES, THEMES, Listing
from wortel.introductions.domain.carrying import need_of, offer_of
from wortel.introductions.domain.choices import Comparison, Groups, advice_from
from wortel.introductions.domain.logistic import Choice
from wortel.introductions.domain.states import DECLINED, EXPIRED
from wortel.introductions.models import Introduction
from wortel.introductions.runs_rulebook import runs_rulebook
from wortel.kernel.span import Span
from wortel.matching.domain.conditions import is_feasible
from wortel.matching.domain.scoring import FULL, Weights, criteria, weights_in_force
from wortel.matching.public import matching_rulebook
from wortel.shell.clock import BRUSSELS

Row = tuple[Any, ...]
_COLUMNS = ("need", "offer", "origin", "state", "reasons", "need_agreed_at", "offer_agreed_at")


def comparison_of_year(year: int, at: datetime, *, is_fictional: bool) -> Comparison:
    """The comparison over what was proposed in that calendar year, as it stands at that instant. Two statements."""
    on, rules = at.astimezone(BRUSSELS).date(), runs_rulebook()
    weights = weights_in_force(matching_rulebook(), on)
    engine, hand = _rows(year, at, is_fictional=is_fictional)
    answered = [(row, choice) for row in engine if (choice := _stored(row, tuple(weights.by_name))) is not None]
    by_hand, apart = _by_hand(hand, weights)
    least = rules.number("least_choices", on)
    groups = Groups(
        [choice for _, choice in answered if choice.is_taken],
        [choice for row, choice in answered if row[3] == DECLINED and not choice.is_taken],
        by_hand,
    )
    compared, advice = advice_from(groups, weights.by_name, least, rules.number("most_weight_change", on))
    silent = sum(1 for row in engine if row[3] == EXPIRED and not _is_agreed(row))
    return Comparison(
        year=year,
        taken=len(groups.taken),
        refused=len(groups.refused),
        silent=silent,
        open=len(engine) - silent - len(groups.taken) - len(groups.refused),
        by_hand=len(by_hand),
        by_hand_apart=apart,
        least=least,
        criteria=compared,
        weights=weights.by_name,
        advice=advice,
    )


def _rows(year: int, at: datetime, *, is_fictional: bool) -> tuple[list[Row], list[Row]]:
    """What the engine proposed, and what people arranged themselves."""
    span = Span.of_year(year)
    starts, ends = (
        datetime(day.year, day.month, day.day, tzinfo=BRUSSELS) for day in (span.start, span.end or span.start)
    )
    found = Introduction.objects.filter(
        proposed_at__gte=starts, proposed_at__lt=min(ends, at), is_fictional=is_fictional
    )
    rows = list(found.order_by("pk").values_list(*_COLUMNS))
    engine = [row for row in rows if row[2] == Introduction.Origin.ENGINE]
    return engine, [row for row in rows if row[2] != Introduction.Origin.ENGINE and _is_agreed(row)]


def _is_agreed(row: Row) -> bool:
    return row[5] is not None and row[6] is not None


def _stored(row: Row, names: tuple[str, ...]) -> Choice | None:
    """How far each criterion was met when it was proposed; `None` for a proposal of before that was kept."""
    values = {
        reason["key"].partition(".")[2]: reason["parameters"]["value"] / FULL
        for reason in row[4]
        if reason["key"].startswith("matching.") and "value" in reason.get("parameters", {})
    }
    return Choice({name: values[name] for name in names}, _is_agreed(row)) if set(names) <= set(values) else None


def _by_hand(rows: Iterable[Row], weights: Weights) -> tuple[list[Choice], int]:
    """What people arranged, scored as the engine would; and how many pairs the engine would not have allowed."""
    pairs = [(row[0], row[1]) for row in rows]
    listings: Mapping[str, Listing] = {}
    if pairs:
        refs = {ref for pair in pairs for ref in pair}
        listings = {row.ref: row for row in Listing.objects.filter(ref__in=refs)}
    found, apart = [], 0
    for need_ref, offer_ref in pairs:
        values = _scored(listings.get(need_ref), listings.get(offer_ref), weights)
        if values is None:
            apart += 1
        else:
            found.append(Choice(values, is_taken=True))
    return found, apart


def _scored(asked: Listing | None, possible: Listing | None, weights: Weights) -> Mapping[str, float] | None:
    if asked is None or possible is None:
        return None
    on = min(asked.first_on, possible.first_on)
    need, offer = need_of(asked, 1, FULL, on), offer_of(possible, 1, on, THEMES, LANGUAGES)
    if need is None or offer is None or not is_feasible(need, offer):
        return None
    return {it.name: it.value / FULL for it in criteria(need, offer, weights)}
