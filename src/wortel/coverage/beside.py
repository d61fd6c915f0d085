"""Published figures beside the ones we compute: both are shown, neither replaces the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wortel.coverage.domain.mapping import CoverageMap, total_of, totals
from wortel.coverage.domain.published import PublishedFigure, conflicts
from wortel.coverage.published import figures_about, published_figures
from wortel.coverage.wording_figures import say_metric, say_note, say_reliability, say_value
from wortel.territory.public import timeline

COUNTED = "municipalities_reached"


@dataclass(frozen=True, slots=True)
class Beside:
    """A published figure in words, what we count for the same area, and who publishes something else.

    `ours_then` is counted on the map of the figure's own year, `ours` on the map that is shown; `None`: not counted.
    """

    figure: PublishedFigure
    metric: str
    value: str
    reliability: str
    note: str
    ours_then: int | None
    ours: int | None
    conflicting: tuple[str, ...]


def figures_beside(shown: CoverageMap, then: CoverageMap) -> tuple[tuple[Beside, ...], tuple[Beside, ...]]:
    """The published figures about the year: counts of reached municipalities, and everything else.

    `then` is the same year on its own map. Raises `FiguresUnreadable`.
    """
    contradicting = conflicts(published_figures())
    by_ref = {figure.ref: figure for figure in published_figures()}
    ours_then, ours = _reached(then), _reached(shown)
    rows = [
        _beside(figure, ours_then, ours, [by_ref[ref] for ref in contradicting.get(figure.ref, ())])
        for figure in figures_about([shown.year])
    ]
    return (
        tuple(row for row in rows if row.figure.metric == COUNTED),
        tuple(row for row in rows if row.figure.metric != COUNTED),
    )


def _reached(coverage: CoverageMap) -> Mapping[tuple[str, str], int]:
    whole = total_of("", "", coverage.municipalities)
    provinces = totals(coverage, timeline(), "provincie")
    return {("gewest", ""): whole.reached, **{("provincie", row.code): row.reached for row in provinces}}


def _beside(
    figure: PublishedFigure,
    ours_then: Mapping[tuple[str, str], int],
    ours: Mapping[tuple[str, str], int],
    others: Sequence[PublishedFigure],
) -> Beside:
    area = (figure.area_type, figure.area_code)
    is_counted = figure.metric == COUNTED
    return Beside(
        figure=figure,
        metric=say_metric(figure.metric),
        value=say_value(figure),
        reliability=say_reliability(figure.reliability),
        note=say_note(figure),
        ours_then=ours_then.get(area) if is_counted else None,
        ours=ours.get(area) if is_counted else None,
        conflicting=tuple(f"{say_value(other)} ({other.citation.source})" for other in others),
    )
