"""Whether a set of boundaries is a map of Flanders on a day: all there, all sound, all in place."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import shapely
from shapely import STRtree
from shapely.geometry.base import BaseGeometry

from wortel.kernel.reason import Reason
from wortel.territory.domain.plane import geometry_to_plane
from wortel.territory.domain.timeline import Timeline

BELGIUM = shapely.box(2.50, 49.45, 6.45, 51.55)  # degrees, a little wide
ENOUGH_AGREEMENT = 0.9
TOUCH_KM = 0.05  # borders of two municipalities may be drawn a few metres apart
SHOWN = 20
# First digits of codes in the Walloon provinces and the Brussels-Capital Region (Statbel REFNIS).
_ELSEWHERE = ("5", "6", "8", "9", "21", "25")

Pair = tuple[str, str]


def without_other_regions(grounds: Mapping[str, BaseGeometry]) -> dict[str, BaseGeometry]:
    """The grounds without Walloon and Brussels codes, for files that cover the whole country."""
    return {nis: ground for nis, ground in grounds.items() if not nis.startswith(_ELSEWHERE)}


def boundary_problems(timeline: Timeline, on: date, grounds: Mapping[str, BaseGeometry]) -> tuple[Reason, ...]:
    """What keeps the grounds (degrees, by NIS code) from being the map of that day; empty when nothing does.

    Neighbours are compared only when nothing else is wrong. Raises `BeforeFirstMap`.
    """
    standing = {place.nis for place in timeline.municipalities(on)}
    problems = [
        _problem("not_standing", set(grounds) - standing, on),
        _problem("missing", standing - set(grounds), on),
        _problem("invalid", {nis for nis, ground in grounds.items() if ground.is_empty or not ground.is_valid}, on),
        _problem("outside_belgium", {nis for nis, ground in grounds.items() if not ground.within(BELGIUM)}, on),
    ]
    found = tuple(problem for problem in problems if problem is not None)
    return found or _neighbour_problems(timeline, on, grounds)


def touching(grounds: Mapping[str, BaseGeometry]) -> frozenset[Pair]:
    """The pairs of codes whose grounds (degrees) lie against each other, the smaller code first."""
    codes = sorted(grounds)
    drawn = [geometry_to_plane(grounds[nis]) for nis in codes]
    left, right = STRtree(drawn).query(drawn, predicate="dwithin", distance=TOUCH_KM)
    return frozenset((codes[a], codes[b]) for a, b in zip(left, right, strict=True) if a < b)


def _neighbour_problems(timeline: Timeline, on: date, grounds: Mapping[str, BaseGeometry]) -> tuple[Reason, ...]:
    expected = frozenset(
        (place.nis, other.nis)
        for place in timeline.municipalities(on)
        for other in timeline.neighbours(place.nis, on)
        if place.nis < other.nis
    )
    drawn = touching(grounds)
    agreement = len(expected & drawn) / max(len(expected | drawn), 1)
    if not expected or agreement >= ENOUGH_AGREEMENT:
        return ()
    outliers = tuple(f"{a}-{b}" for a, b in sorted(expected ^ drawn))
    reason = Reason.of(
        "territory.boundaries.neighbours",
        share=round(agreement, 3),
        needed=ENOUGH_AGREEMENT,
        count=len(outliers),
        pairs=outliers[:SHOWN],
    )
    return (reason,)


def _problem(key: str, codes: set[str], on: date) -> Reason | None:
    if not codes:
        return None
    shown = tuple(sorted(codes)[:SHOWN])
    return Reason.of(f"territory.boundaries.{key}", codes=shown, count=len(codes), on=on.isoformat())
