"""The hard conditions: what must hold before a need and an offer can be put together at all."""

from __future__ import annotations

from wortel.kernel.reason import Reason
from wortel.matching.domain.asking import SLACK_KM, Need, Offer, Stretch

CONDITIONS = ("kind", "themes", "languages", "ages", "weeks", "moments", "distance")


def is_feasible(need: Need, offer: Offer) -> bool:
    """Whether every hard condition holds. Says the same as `not obstacles(need, offer)`, without the reasons."""
    return (
        need.kind == offer.kind
        and not need.themes.isdisjoint(offer.themes)
        and not need.languages.isdisjoint(offer.languages)
        and need.ages.shared(offer.ages) > 0
        and need.weeks.shared(offer.weeks) > 0
        and can_agree(need.moments, offer.moments)
        and need.place.straight(offer.place) <= min(need.reach_km, offer.reach_km)
    )


def obstacles(need: Need, offer: Offer) -> tuple[Reason, ...]:
    """Every hard condition that fails, each with the smallest change of the need that would lift it; empty: feasible.

    Kilometres are a fraction, years and weeks whole; a positive number of weeks is later, a negative one earlier.
    """
    found = []
    if need.kind != offer.kind:
        found.append(Reason.of("matching.other_kind", kind=offer.kind))
    if need.themes.isdisjoint(offer.themes):
        found.append(Reason.of("matching.other_themes", themes=tuple(sorted(offer.themes))))
    if need.languages.isdisjoint(offer.languages):
        found.append(Reason.of("matching.other_languages", languages=tuple(sorted(offer.languages))))
    if moved := _move(need.ages, offer.ages):
        found.append(Reason.of("matching.other_ages", years=moved))
    if moved := _move(need.weeks, offer.weeks):
        found.append(Reason.of("matching.other_weeks", weeks=moved))
    if not can_agree(need.moments, offer.moments):
        found.append(Reason.of("matching.other_moments", moments=tuple(sorted(offer.moments))))
    if need.place.straight(offer.place) > min(need.reach_km, offer.reach_km):
        beyond = need.place.distance(offer.place) - nearest_bound(need, offer)
        found.append(Reason.of("matching.too_far", km=max(beyond, SLACK_KM)))
    return tuple(found)


def can_agree(asked: frozenset[str], possible: frozenset[str]) -> bool:
    """Whether there is a moment that suits both; who names none can always."""
    return not asked or not possible or not asked.isdisjoint(possible)


def nearest_bound(need: Need, offer: Offer) -> float:
    """How many kilometres may lie between them: the shorter of both radii."""
    return offer.radius_km if need.radius_km is None else min(need.radius_km, offer.radius_km)


def _move(asked: Stretch, possible: Stretch) -> int:
    """By how much to move what is asked until it shares one year or week with what is possible; 0: it does."""
    shared = asked.shared(possible)
    if shared > 0:
        return 0
    return 1 - shared if asked.start < possible.start else shared - 1
