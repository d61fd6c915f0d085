"""Coverage as programs get it: one shape for the command, the API and every export."""

from __future__ import annotations

from typing import Any

from wortel.coverage.domain.change import Move
from wortel.coverage.domain.mapping import ELSEWHERE, MunicipalityCoverage, Total
from wortel.coverage.domain.published import PublishedFigure
from wortel.coverage.queries import EvidenceItem
from wortel.coverage.wording import say

MUNICIPALITY_COLUMNS = ("nis", "name", "state", "reason", "evidence")
TOTAL_COLUMNS = ("code", "name", "total", "reached", "contested", "not_reached", "unknown")


def municipality_json(place: MunicipalityCoverage) -> dict[str, Any]:
    """One municipality in one year; `reason` is the sentence in the language of the day."""
    return {
        "nis": place.nis,
        "name": place.name,
        "state": place.state.value,
        "reason": say(place.reason),
        "evidence": place.evidence,
    }


def total_json(total: Total) -> dict[str, Any]:
    """One area; an empty code is "no known area"."""
    return {
        "code": total.code,
        "name": total.name if total.code != ELSEWHERE else "",
        "total": total.total,
        "reached": total.reached,
        "contested": total.contested,
        "not_reached": total.not_reached,
        "unknown": total.unknown,
    }


def move_json(move: Move) -> dict[str, str]:
    """What the other year said of the same municipality, and what that makes of it."""
    return {"against_state": move.before.value, "change": move.change.value}


def figure_json(figure: PublishedFigure, conflicting: tuple[str, ...] = ()) -> dict[str, Any]:
    """One published figure; `conflicts_with` names the figures that say otherwise."""
    value = figure.value
    return {
        "ref": figure.ref,
        "year": figure.year,
        "area_type": figure.area_type,
        "area_code": figure.area_code,
        "area": figure.area,
        "metric": figure.metric,
        "value": None if value is None else int(value) if value == value.to_integral_value() else float(value),
        "unit": figure.unit,
        "qualifier": figure.qualifier,
        "reliability": figure.reliability,
        "source": figure.citation.source,
        "url": figure.citation.url,
        "source_date": figure.citation.dated,
        "note": figure.citation.note,
        "conflicts_with": list(conflicting),
    }


def evidence_json(item: EvidenceItem) -> dict[str, Any]:
    """One statement as it is kept."""
    return {
        "ref": item.ref,
        "year": item.year,
        "happened_on": item.happened_on.isoformat() if item.happened_on else None,
        "nis": item.nis,
        "municipality": item.municipality,
        "postcode": item.postcode,
        "claim": item.claim,
        "status": item.status,
        "title": item.title,
        "reporter": item.reporter,
        "basis": item.basis,
        "confidence": item.confidence,
        "url": item.url,
        "stated_on": item.stated_on,
        "is_fictional": item.is_fictional,
    }
