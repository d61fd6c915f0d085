"""The lists of the coverage page: municipalities by state, and by what changed."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from wortel.coverage.domain.change import Change
from wortel.coverage.domain.deciding import State
from wortel.coverage.domain.mapping import CoverageMap, MunicipalityCoverage
from wortel.coverage.tables import CHANGES, Comparison
from wortel.coverage.wording import say, say_change, say_state
from wortel.territory.public import timeline

NOTHING = "coverage.nothing_reported"
ANCHORS = {
    State.REACHED: "bereikt",
    State.CONTESTED: "betwist",
    State.NOT_REACHED: "niet-bereikt",
    State.UNKNOWN: "onbekend",
}


def lists_by_state(coverage: CoverageMap, request: HttpRequest) -> list[dict[str, Any]]:
    """Per state its municipalities by name: those about which something was said as rows, the silent ones as names."""
    return [_list(state, coverage, request) for state in State]


def _list(state: State, coverage: CoverageMap, request: HttpRequest) -> dict[str, Any]:
    places = coverage.in_state(state)
    return {
        "state": state.value,
        "word": say_state(state),
        "anchor": ANCHORS[state],
        "count": len(places),
        "rows": [_row(place, coverage) for place in places if place.reason.key != NOTHING],
        "silent": [
            {"name": place.name, "url": reverse("atlas:municipality", args=[place.nis])}
            for place in places
            if place.reason.key == NOTHING
        ],
    }


def _row(place: MunicipalityCoverage, coverage: CoverageMap) -> dict[str, Any]:
    province = timeline().area_of_map(place.nis, "provincie", coverage.on)
    query = urlencode({"jaar": str(coverage.year), "gemeente": place.nis, "grenzen": coverage.on.isoformat()})
    return {
        "name": place.name,
        "url": reverse("atlas:municipality", args=[place.nis]),
        "province": province.name if province else "",
        "reason": say(place.reason),
        "evidence": place.evidence,
        "evidence_url": f"{reverse('coverage:evidence_list')}?{query}",
    }


def change_lists(against: Comparison) -> list[dict[str, Any]]:
    """Per kind of change its municipalities by name; the kinds that say something always, also when empty."""
    moves = sorted(against.move_of.values(), key=lambda move: (move.name, move.nis))
    return [_changed(change, moves) for change in CHANGES]


def _changed(change: Change, moves: list[Any]) -> dict[str, Any]:
    found = [move for move in moves if move.change is change]
    return {
        "change": change.value,
        "word": say_change(change),
        "count": len(found),
        "places": [
            {
                "name": move.name,
                "url": reverse("atlas:municipality", args=[move.nis]),
                "before": say_state(move.before),
                "after": say_state(move.after),
            }
            for move in found
        ],
    }
