"""How a form begins: from the organisation and the kind, or from what was written before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wortel.actors.public import Listed, PlaceUnknown, find_spot, name_of_area
from wortel.exchange.domain.ages import ALL_AGES, stages_of
from wortel.exchange.domain.kinds import Kind
from wortel.exchange.domain.periods import THIS_YEAR
from wortel.exchange.domain.reach import MOST_KM
from wortel.exchange.domain.words import OFFER, PUBLIC
from wortel.exchange.models import Listing
from wortel.exchange.rulebook import exchange_rulebook


@dataclass(frozen=True, slots=True)
class Home:
    """Where an organisation is, and what that is called on the form; no point when nobody knows."""

    label: str = ""
    nis: str = ""
    lat: float | None = None
    lon: float | None = None


def home_of(actor: Listed, on: date) -> Home:
    """Its own point, else the middle of its postcode or municipality."""
    label = " ".join(filter(None, (actor.postcode, actor.place))) or name_of_area("gemeente", actor.nis)
    if actor.nis and actor.lat is not None:
        return Home(label, actor.nis, actor.lat, actor.lon)
    for text in (label, actor.postcode, name_of_area("gemeente", actor.nis)):
        try:
            spot = find_spot(text, on)
        except PlaceUnknown:
            continue
        return Home(label or spot.label, spot.nis, spot.lat, spot.lon)
    return Home()


def home_of_row(row: Listing) -> Home:
    """Where a listing is, as it was written."""
    return Home(row.place or name_of_area("gemeente", row.nis), row.nis, row.lat, row.lon)


def fresh(kind: Kind, side: str, home: Home, on: date) -> dict[str, Any]:
    """The usual answers for this kind, in this place; no ages for a need: whose class it is, only they know."""
    start: dict[str, Any] = {
        "aantal": 1,
        "talen": ["nl"],
        "periode": THIS_YEAR,
        "plaats": home.label,
        "zichtbaar": PUBLIC,
        "hoever": "km",
    }
    if side == OFFER:
        start.update(_ages(kind.ages or ALL_AGES))
    if kind.moves(side):
        start["bereik"] = exchange_rulebook().number("usual_km", on)
    return start


def kept(row: Listing) -> dict[str, Any]:
    """What was written before."""
    return {
        "versie": row.version, "titel": row.title, "tekst": row.text, "themas": row.themes,
        "prioriteiten": row.priorities, "doelgroepen": row.target_groups, "talen": row.languages,
        "groep": row.group_size, "aantal": row.quantity, "per_week": row.per_week, "periode": "data",
        "van": row.first_on, "tot": row.end_on - timedelta(days=1), "momenten": row.moments,
        "plaats": home_of_row(row).label, "toegankelijk": row.accessibility, "voorwaarden": row.conditions,
        "dringend": row.is_urgent, "zichtbaar": row.visibility, **_ages((row.age_from, row.age_to)), **_reach(row),
    }  # fmt: skip


def _ages(ages: tuple[int, int]) -> Mapping[str, Any]:
    if ages == ALL_AGES:
        return {}
    stages = stages_of(*ages)
    return {"fases": list(stages)} if stages else {"van_jaar": ages[0], "tot_jaar": ages[1] - 1}


def _reach(row: Listing) -> Mapping[str, Any]:
    if row.travel_mode and row.travel_minutes:
        return {"bereik": row.travel_minutes, "hoever": row.travel_mode}
    is_anywhere = row.range_km is None or (row.side == OFFER and row.range_km >= MOST_KM)
    return {"bereik": None if is_anywhere else round(row.range_km or 0), "hoever": "km"}
