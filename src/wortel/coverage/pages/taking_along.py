"""The tables of the coverage page as files: exactly what the page shows."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext

from wortel.coverage.domain.mapping import CoverageMap, totals
from wortel.coverage.pages.asked import Asked
from wortel.coverage.tables import Comparison
from wortel.coverage.wording import say, say_change, say_state
from wortel.shell import clock
from wortel.shell.exports import Cell, Export
from wortel.shell.formats import day
from wortel.territory.public import timeline


def coverage_export(shown: CoverageMap, asked: Asked, against: Comparison | None, *, fictional: bool) -> Export:
    """One row per municipality; with the other year when one was asked."""
    columns = ["nis", "gemeente", "provincie", "referentieregio", "jaar", "grenzen", "toestand", "reden", "meldingen"]
    columns += ["tegenover", "toestand_toen", "verandering"] if against else []
    return Export(
        name=f"dekking-{asked.year}-{asked.on.isoformat()}",
        title=_title(asked),
        columns=columns,
        rows=_municipalities(shown, asked, against),
        made_at=clock.now(),
        sources=_sources(shown),
        remarks=(_unknown_is_not_no(),),
        fictional=fictional,
    )


def totals_export(shown: CoverageMap, asked: Asked, against: Comparison | None, *, fictional: bool) -> Export:  # noqa: ARG001
    """One row per area of the chosen division."""
    return Export(
        name=f"dekking-{asked.year}-{asked.on.isoformat()}-per-{asked.scheme}",
        title=_title(asked),
        columns=[
            "code",
            asked.scheme,
            "jaar",
            "grenzen",
            "gemeenten",
            "bereikt",
            "betwist",
            "niet bereikt",
            "onbekend",
        ],
        rows=(
            (
                row.code,
                row.name,
                asked.year,
                asked.on.isoformat(),
                row.total,
                row.reached,
                row.contested,
                row.not_reached,
                row.unknown,
            )
            for row in totals(shown, timeline(), asked.scheme)
        ),
        made_at=clock.now(),
        sources=_sources(shown),
        remarks=(_unknown_is_not_no(),),
        fictional=fictional,
    )


def _municipalities(shown: CoverageMap, asked: Asked, against: Comparison | None) -> Iterator[tuple[Cell, ...]]:
    for place in shown.municipalities:
        areas = [timeline().area_of_map(place.nis, scheme, asked.on) for scheme in ("provincie", "referentieregio")]
        row: tuple[Cell, ...] = (
            place.nis,
            place.name,
            *(area.name if area else None for area in areas),
            asked.year,
            asked.on.isoformat(),
            say_state(place.state),
            say(place.reason),
            place.evidence,
        )
        if against:
            move = against.move_of[place.nis]
            row = (*row, against.year, say_state(move.before), say_change(move.change))
        yield row


def _title(asked: Asked) -> str:
    return gettext("Dekking in %(year)s, op de kaart van %(day)s") % {"year": asked.year, "day": day(asked.on)}


def _sources(shown: CoverageMap) -> tuple[str, ...]:
    rules = (f"{citation.source} ({citation.dated})" for citation in shown.rule.citations)
    return (gettext("Berekend door Wortel uit de meldingen in deze omgeving."), *rules)


def _unknown_is_not_no() -> str:
    return gettext("Onbekend betekent: niemand heeft iets gemeld. Het is niet hetzelfde als geen aanbod.")
