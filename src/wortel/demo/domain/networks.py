"""Actors that work for more than one municipality: academies, alliances, intermunicipal bodies, umbrellas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from wortel.demo.domain.chance import about, stream
from wortel.demo.domain.institutions import institution
from wortel.demo.domain.naming import Namer
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.size import Size
from wortel.demo.domain.towns import Town

PEOPLE_PER_ACADEMY = 58_000
"""Assumed: 78 academies were recognised in 2020, and more than 100 groups offer something like it."""

BODIES_PER_REGION = 4
PER_PROVINCE = {"rtc": 1, "trade_union": 2, "sector_federation": 2}


def networks(seed: int, towns: Sequence[Town], scarce: frozenset[str], namer: Namer, size: Size) -> Iterator[ActorRow]:
    """The rows of all networks that sit in these municipalities."""
    able = [town for town in towns if town.nis not in scarce and town.spots]
    yield from _academies(seed, able, namer)
    by_region = sorted(able, key=lambda town: (town.region, town.nis))
    for region, members in groupby(by_region, key=lambda town: town.region):
        yield from _of_region(seed, region, list(members), namer, size)
    by_province = sorted(able, key=lambda town: (town.province, -town.population, town.nis))
    for province, members in groupby(by_province, key=lambda town: town.province):
        seat = next(iter(members))
        if size is Size.L or seat.is_centre:
            yield from _of_province(seed, province, seat, namer)


def _academies(seed: int, towns: Sequence[Town], namer: Namer) -> Iterator[ActorRow]:
    for town in towns:
        chance = stream(seed, town.nis, "stem_academy")
        for place in range(about(chance, town.population / PEOPLE_PER_ACADEMY)):
            row = institution(chance, f"demo:stem_academy:{town.nis}-{place + 1:03d}", "stem_academy", town, namer)
            yield replace(row, roles=_roles(chance.random(), chance.random()))


def _roles(recognised: float, rolls_out: float) -> tuple[str, ...]:
    """Since 2020 every academy had to ask for the name anew: a year on trial, then three years at a time."""
    roles = ["STEM-academie (2020-11-01/2021-10-31)"]
    if recognised < 0.85:
        roles.append("STEM-academie (2021-11-01/2024-10-31)")
    if recognised < 0.7:
        roles.append("STEM-academie (2024-11-01/)")
    if rolls_out < 0.45:
        roles.append("STEM-uitroller (2023-06-01/)")
    return tuple(roles)


def _of_region(seed: int, region: str, members: Sequence[Town], namer: Namer, size: Size) -> Iterator[ActorRow]:
    """Intermunicipal bodies, and in most regions an alliance of four to seven neighbours."""
    chance = stream(seed, region, "networks")
    bodies = 1 if size is Size.S else BODIES_PER_REGION
    wanted = [("intermunicipal", place) for place in range(bodies)]
    if size is not Size.S and len(members) >= 4:  # the alliance of the small world is a story of its own
        wanted += [("learning_ecosystem", place) for place in range(1 + about(chance, 0.3))]
    for kind, place in wanted:
        seat = chance.choice(members)
        near = sorted(members, key=lambda town: (seat.km_to(town), town.nis))[: chance.randint(4, 7)]
        row = institution(chance, f"demo:{kind}:{region}-{place + 1:03d}", kind, seat, namer)
        yield replace(row, working_area=tuple(sorted(town.name for town in near)))


def _of_province(seed: int, province: str, seat: Town, namer: Namer) -> Iterator[ActorRow]:
    for kind, number in PER_PROVINCE.items():
        for place in range(number):
            chance = stream(seed, province, kind, place)
            row = institution(chance, f"demo:{kind}:{province}-{place + 1:03d}", kind, seat, namer)
            yield replace(row, working_area=(f"Provincie {seat.province_name}",))
