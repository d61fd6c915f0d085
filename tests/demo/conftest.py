"""Worlds made from the real territory, without a database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

import pytest

from wortel.coverage.domain.mapping import coverage_of_map
from wortel.coverage.domain.projection import Projection, map_day
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import tally_of_one
from wortel.coverage.public import reach_rulebook
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.size import Size
from wortel.demo.domain.world import Ground, World, make_world
from wortel.demo.parts import read_parts
from wortel.shell.places import reference_folder
from wortel.territory.public import statistics, timeline

MakeWorld = Callable[..., World]


@cache
def _world(size: Size, seed: int) -> World:
    ground = Ground(timeline(), statistics(), read_parts(reference_folder() / "demo"), {})
    return make_world(size, seed, ground)


@pytest.fixture(scope="session")
def world() -> MakeWorld:
    """The world of a size and a seed, made once per process."""
    return _world


@pytest.fixture(scope="session")
def flanders() -> World:
    return _world(Size.L, 1)


@pytest.fixture(scope="session")
def alliance() -> World:
    return _world(Size.S, 1)


@pytest.fixture(scope="session")
def actors(flanders: World) -> list[ActorRow]:
    """Every actor of the large world once, as its newest register lists it."""
    return [row for edition in flanders.editions[1:3] for row in edition.rows]


@pytest.fixture(scope="session")
def states() -> Callable[..., dict[str, str]]:
    """State by code on a map: what the rules of coverage make of the statements, without a database."""
    return _states


def _states(world: World, year: int, on: date | None = None) -> dict[str, str]:
    then = map_day(timeline(), year)
    said = [row for row in world.evidence if row.year == year]
    found = coverage_of_map(
        Projection.of(timeline(), then, on or then),
        [tally_of_one(row.nis, row.postcode, row.claim, row.status) for row in said],
        ReachRule.of_year(reach_rulebook(), year),
        year,
        on or then,
    )
    return {place.nis: str(place.state) for place in found.municipalities}
