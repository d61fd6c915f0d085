"""Invents the actors of one municipality, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from random import Random

from wortel.demo.domain.chance import pick, stream
from wortel.demo.domain.naming import Namer
from wortel.demo.domain.parts import Industry
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.towns import KM_PER_DEGREE, WORLD_DAY, Spot, Town

FIRM_SIZES = {"1-9": 52, "10-49": 31, "50-199": 13, "200+": 4}
"""People employed and how many firms in a hundred have so many (assumed)."""


def institutions(
    seed: int, town: Town, numbers: Mapping[str, int], namer: Namer, share: float = 1.0
) -> Iterator[ActorRow]:
    """The rows of one municipality; `share` is the chance of each to be kept."""
    for kind, number in sorted(numbers.items()):
        for place in range(number):
            chance = stream(seed, town.nis, kind, place)
            if chance.random() <= share:
                yield institution(chance, f"demo:{kind}:{town.nis}-{place + 1:03d}", kind, town, namer)


def institution(chance: Random, key: str, kind: str, town: Town, namer: Namer) -> ActorRow:
    """One row of this kind somewhere in the municipality."""
    spot = _spot(chance, town)
    industry = pick(chance, namer.parts.industries) if kind == "company" else None
    name = namer.name(chance, kind, town, spot, industry)
    lat, lon = scattered(chance, spot)
    return ActorRow(
        key=key,
        name=name,
        kind=kind,
        nis=town.nis,
        municipality=town.name,
        postcode=spot.postcode,
        place=spot.place,
        lat=lat,
        lon=lon,
        stated_on=WORLD_DAY,
        attributes=_attributes(chance, name, industry),
    )


def scattered(chance: Random, spot: Spot) -> tuple[float, float]:
    """A point around the village: fiction has no doorstep, and a hundred marks on one point cannot be told apart."""
    lat = spot.lat + chance.uniform(-1, 1) * spot.reach_km / KM_PER_DEGREE
    lon = spot.lon + chance.uniform(-1, 1) * spot.reach_km / (KM_PER_DEGREE * 0.63)  # cosine of 51 degrees north
    return round(lat, 4), round(lon, 4)


def _spot(chance: Random, town: Town) -> Spot:
    """Half of everything is in the village that bears the name of the municipality."""
    centre = next((spot for spot in town.spots if spot.place == town.name), town.spots[0])
    return centre if chance.random() < 0.5 else chance.choice(town.spots)


def _attributes(chance: Random, name: str, industry: Industry | None) -> dict[str, str]:
    if industry is not None:
        size = chance.choices(list(FIRM_SIZES), list(FIRM_SIZES.values()))[0]
        return {"nace": f"{industry.code} {industry.label}", "personeel": size}
    net = next((net for start, net in _NETS if name.startswith(start)), "")
    return {"net": net} if net else {}


_NETS = (
    ("GO! ", "gemeenschapsonderwijs"),
    ("Stedelijk", "officieel gesubsidieerd"),
    ("Provinciaal", "officieel gesubsidieerd"),
    ("Gemeente", "officieel gesubsidieerd"),
    ("GBS", "officieel gesubsidieerd"),
    ("Sint-", "vrij gesubsidieerd"),
    ("Vrij", "vrij gesubsidieerd"),
    ("VBS", "vrij gesubsidieerd"),
    ("Middenschool Sint-", "vrij gesubsidieerd"),
)
