"""The lists of the coverage page: municipalities by state, and by what changed."""

from __future__ import annotations

from typing import Any

from wortel.coverage.domain.change import Change, Move
from wortel.coverage.domain.deciding import State
from wortel.coverage.domain.mapping import CoverageMap, MunicipalityCoverage
from wortel.coverage.pages.doors import Doors
from wortel.coverage.tables import CHANGES, Comparison
from wortel.coverage.wording import say, say_change, say_meaning, say_state
from wortel.territory.public import timeline

NOTHING = "coverage.nothing_reported"
ANCHORS = {
    State.REACHED: "bereikt",
    State.CONTESTED: "betwist",
    State.NOT_REACHED: "niet-bereikt",
    State.UNKNOWN: "onbekend",
}


def lists_by_state(coverage: CoverageMap, doors: Doors) -> list[dict[str, Any]]:
    """Per state its municipalities by name: those about which something was said as rows, the silent ones as names."""
    return [_list(state, coverage, doors) for state in State]


def _list(state: State, coverage: CoverageMap, doors: Doors) -> dict[str, Any]:
    places = coverage.in_state(state)
    return {
        "state": state.value,
        "word": say_state(state),
        "meaning": say_meaning(state),
        "anchor": ANCHORS[state],
        "count": len(places),
        "rows": [_row(place, coverage, doors) for place in places if place.reason.key != NOTHING],
        "silent": [
            {"name": place.name, "url": doors.municipality(place.nis)}
            for place in places
            if place.reason.key == NOTHING
        ],
    }


def _row(place: MunicipalityCoverage, coverage: CoverageMap, doors: Doors) -> dict[str, Any]:
    province = timeline().area_of_map(place.nis, "provincie", coverage.on)
    return {
        "name": place.name,
        "url": doors.municipality(place.nis),
        "province": province.name if province else "",
        "reason": say(place.reason),
        "evidence": place.evidence,
        "evidence_url": doors.evidence(place.nis),
    }


def change_lists(against: Comparison, doors: Doors) -> list[dict[str, Any]]:
    """Per kind of change its municipalities by name, also when empty; who stayed, the longest list, comes last."""
    moves = sorted(against.move_of.values(), key=lambda move: (move.name, move.nis))
    return [_changed(change, moves, doors) for change in sorted(CHANGES, key=lambda change: change is Change.KEPT)]


def _changed(change: Change, moves: list[Move], doors: Doors) -> dict[str, Any]:
    found = [move for move in moves if move.change is change]
    return {
        "change": change.value,
        "word": say_change(change),
        "count": len(found),
        "places": [
            {
                "name": move.name,
                "url": doors.municipality(move.nis),
                "note": _note(move),
            }
            for move in found
        ],
    }


def _note(move: Move) -> str:
    """That it was, or is, contested; unknown is what the heading of the list says already."""
    return say_state(State.CONTESTED) if State.CONTESTED in {move.before, move.after} else ""
