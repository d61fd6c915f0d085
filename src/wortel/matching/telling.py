"""The lines of the result files: for many rows at once the same sentences that `wording` says of one."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wortel.matching import wording
from wortel.matching.domain.fairness import ONCE
from wortel.matching.domain.scoring import FULL
from wortel.matching.domain.why import WeeksFull
from wortel.matching.engine import beside
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Columns, Ints
from wortel.matching.engine.explaining import Matches, Shortage
from wortel.matching.engine.relaxing import RELAXED

ORDER = ("weeks", "themes", "nearness", "ages")
"""Criteria from the last name to the first: of equal gains the last by name is told."""


def match_lines(matches: Matches) -> Iterator[tuple[str, str, int, str]]:
    """Need, offer, score and reasons of every match, by need and offer."""
    picked, columns = matches.picked, matches.columns
    needs, offers = columns.needs.ids, columns.offers.ids
    reasons = _reasons(matches) if matches.weights else (["punten uit de tabel"] for _ in range(len(matches)))
    second = matches.seconds.offers[picked.needs]
    rows = (picked.needs, picked.offers, picked.scores, second, matches.seconds.scores[picked.needs])
    full = matches.is_full[second].tolist() if len(matches.is_full) else []
    lists = [column.tolist() for column in rows]
    for need, offer, score, other, points, is_full, texts in zip(*lists, full, reasons, strict=True):
        if other >= 0:
            texts.append(wording.second_choice(offers[other], points, is_full=is_full))
        yield needs[need], offers[offer], score, "; ".join(texts)


def _reasons(matches: Matches) -> Iterator[list[str]]:
    columns, picked, weights = matches.columns, matches.picked, matches.weights
    if weights is None:
        return
    km = beside.distances(columns, picked)
    themes, asked = _shared_themes(columns, picked), columns.need_columns["themes_asked"][picked.needs]
    (years, years_asked), (weeks, weeks_asked) = _stretch(columns, picked, "age"), _stretch(columns, picked, "week")
    values = {
        "themes": FULL * themes // asked,
        "nearness": FULL - np.floor(FULL * np.minimum(km / weights.far_km, 1.0)).astype(np.int64),
        "ages": FULL * years // years_asked,
        "weeks": FULL * weeks // weeks_asked,
    }
    open_points = np.array([weights.by_name[name] * (FULL - values[name]) for name in ORDER])
    best = np.where(open_points.max(axis=0) > 0, open_points.argmax(axis=0), -1) if len(picked) else km
    columns_told = (
        themes,
        asked,
        km,
        years,
        years_asked,
        weeks,
        weeks_asked,
        columns.need_columns["weight"][picked.needs],
        best,
    )
    for shared, of, far, year, years_of, week, weeks_of, weight, gain in zip(
        *(one.tolist() for one in columns_told), strict=True
    ):
        texts = [
            wording.themes_met(shared, of),
            wording.kilometres(far),
            wording.ages_met(year, years_of),
            wording.weeks_met(week, weeks_of),
        ]
        if weight != ONCE:
            texts.append(wording.counts_times(weight))
        if gain >= 0:
            texts.append(wording.gain_by(ORDER[gain]))
        yield texts


def _shared_themes(columns: Columns, picked: Pairs) -> Ints:
    shared = np.zeros(len(picked), dtype=np.int64)
    for nth in range(columns.masks["themes"]):
        name = f"themes{nth}"
        both = columns.need_columns[name][picked.needs] & columns.offer_columns[name][picked.offers]
        shared += np.bitwise_count(both)
    return shared


def _stretch(columns: Columns, picked: Pairs, name: str) -> tuple[Ints, Ints]:
    """How many years or weeks are shared, and how many were asked."""
    start, end = columns.need_columns[f"{name}_from"][picked.needs], columns.need_columns[f"{name}_to"][picked.needs]
    other_start = columns.offer_columns[f"{name}_from"][picked.offers]
    other_end = columns.offer_columns[f"{name}_to"][picked.offers]
    return np.minimum(end, other_end) - np.maximum(start, other_start), end - start


def unfilled_lines(shortage: Shortage) -> Iterator[tuple[str, int, str, str]]:
    """Need, how often it is missing, why, and the changes that would help, by need."""
    changes = _changes(shortage)
    lists = (shortage.rows.tolist(), shortage.missing.tolist(), shortage.first.tolist(), shortage.grounds())
    for row, missing, (first, after), ground in zip(*lists, strict=True):
        told = [*_other_week(shortage.weeks_full.get(row)), *changes[first:after]]
        yield shortage.columns.needs.ids[row], missing, wording.say(ground), "; ".join(told)


def _other_week(full: WeeksFull | None) -> list[str]:
    if full is None or full.week is None:
        return []
    return [f"{wording.room_in_week(full.week)} ({full.nearest})"]


def _changes(shortage: Shortage) -> list[str]:
    """Every change with its offer, in the order in which they were found."""
    columns, found = shortage.columns, shortage.changes
    pairs = Pairs(found.needs.astype(np.int32), found.offers.astype(np.int32), found.needs)
    radius = np.minimum(columns.need_columns["radius"][pairs.needs], columns.offer_columns["radius"][pairs.offers])
    km = (beside.distances(columns, pairs) - radius).tolist()
    moves = {name: _moved(columns, pairs, name).tolist() for name in ("age", "week")}
    told = []
    for nth, (failing, offer) in enumerate(zip(found.failing.tolist(), pairs.offers.tolist(), strict=True)):
        match RELAXED[failing]:
            case "weeks":
                text = wording.weeks_moved(moves["week"][nth])
            case "ages":
                text = wording.years_moved(moves["age"][nth])
            case "distance":
                text = wording.km_further(km[nth])
            case name:
                text = wording.other(name, columns.offers.value(name, offer))
        told.append(f"{text} ({columns.offers.ids[offer]})")
    return told


def _moved(columns: Columns, pairs: Pairs, name: str) -> Ints:
    """By how much to move what is asked; below 0: earlier, or younger."""
    shared, _ = _stretch(columns, pairs, name)
    is_later = columns.need_columns[f"{name}_from"][pairs.needs] < columns.offer_columns[f"{name}_from"][pairs.offers]
    return np.where(is_later, 1 - shared, shared - 1)
