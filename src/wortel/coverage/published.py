"""Reads the figures that others published."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from wortel.coverage.domain.published import PublishedFigure
from wortel.kernel.citation import Citation
from wortel.shell.places import reference_folder


class FiguresUnreadable(ValueError):
    """The table of published figures is damaged; the message says on which line."""


@cache
def published_figures() -> tuple[PublishedFigure, ...]:
    """Every published figure, as it came with this version. Raises `FiguresUnreadable`."""
    return read_figures(reference_folder() / "published" / "coverage_figures.csv")


def figures_about(years: Iterable[int]) -> tuple[PublishedFigure, ...]:
    """The published figures about these years, in the order of the table."""
    asked = set(years)
    return tuple(figure for figure in published_figures() if figure.year in asked)


def read_figures(path: Path) -> tuple[PublishedFigure, ...]:
    """The figures of the table at `path`. Raises `FiguresUnreadable`."""
    line = 1
    figures = []
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            for line, row in enumerate(csv.DictReader(stream), start=2):  # noqa: B007 (told when it fails)
                figures.append(_figure(row))
    except (OSError, KeyError, ValueError, InvalidOperation) as error:
        raise FiguresUnreadable(f"{path.name}, line {line}: {error}") from error
    return tuple(figures)


def _figure(row: dict[str, str]) -> PublishedFigure:
    return PublishedFigure(
        ref=row["ref"],
        year=int(row["year"]) if row["year"] else None,
        area_type=row["area_type"],
        area_code=row["area_code"],
        area=row["area"],
        metric=row["metric"],
        value=Decimal(row["value"]) if row["value"] else None,
        unit=row["unit"],
        qualifier=row["qualifier"],
        reliability=row["reliability"],
        citation=Citation(row["source"], row["url"], row["source_date"], row["note"]),
    )
