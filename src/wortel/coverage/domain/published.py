"""Figures that others published: kept word for word, beside ours, never corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from wortel.kernel.citation import Citation


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One number as one source printed it. `value` is `None` when the source says the number was not there yet.

    `year` is `None` for an undated statement. `qualifier` is exact, at_least, more_than, less_than, approximately,
    contested or not_yet_available; `reliability` is high, medium, low or unreliable.
    """

    ref: str
    year: int | None
    area_type: str
    area_code: str
    area: str
    metric: str
    value: Decimal | None
    unit: str
    qualifier: str
    reliability: str
    citation: Citation


def conflicts(figures: Iterable[PublishedFigure]) -> Mapping[str, tuple[str, ...]]:
    """Per figure (`ref`), the refs of the others that give another value for the same year, area and metric."""
    alike: dict[tuple[int | None, str, str, str], list[PublishedFigure]] = defaultdict(list)
    for figure in figures:
        if figure.value is not None and figure.year is not None:
            alike[figure.year, figure.area_type, figure.area, figure.metric].append(figure)
    return {
        figure.ref: others
        for group in alike.values()
        for figure in group
        if (others := tuple(sorted(other.ref for other in group if other.value != figure.value)))
    }
