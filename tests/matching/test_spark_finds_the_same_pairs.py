"""Apache Spark finds exactly the pairs and points that DuckDB finds, and the command writes the same bytes."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result
from drawn import WEIGHTS, need, offer
from spark_worlds import MANY, drawn_world, written

from wortel.matching.domain.asking import Need, Offer, Place, Stretch
from wortel.matching.engine.candidates import feasible_pairs, gathered
from wortel.matching.engine.columns import columns_of
from wortel.matching.engine.on_spark import OnSpark, on_spark
from wortel.matching.engine.spark_session import SparkMissing, SparkPlan, need_spark, spark_session
from wortel.site.cli.matching import command

PLAN = SparkPlan()
pytestmark = pytest.mark.spark


@pytest.fixture(scope="module", autouse=True)
def one_session() -> Iterator[None]:
    """Spark starts once; every test below uses what runs already."""
    try:
        need_spark(PLAN)
    except SparkMissing as missing:
        if os.environ.get("MUST_TRY_SPARK") == "1":
            pytest.fail(f"Spark must be tried here, and cannot start: {missing.what}")
        pytest.skip(f"Spark cannot start here: {missing.what} is missing or too old")
    with spark_session(PLAN):
        yield


def both(needs: list[Need], offers: list[Offer], a_slice: int = 1_000_000) -> int:
    """How many pairs there are, after a look whether both engines find the same ones with the same points."""
    columns = columns_of(needs, offers)
    one = gathered(feasible_pairs(columns, WEIGHTS), limit=10**6)
    other = gathered(on_spark(PLAN, a_slice=a_slice)(columns, WEIGHTS), limit=10**6)
    for name in ("needs", "offers", "scores"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
        assert getattr(one, name).dtype == getattr(other, name).dtype
    return len(one)


def flat(chance: random.Random) -> Place:
    return Place(chance.randint(-60, 60) / 2, chance.uniform(-30, 30))


def globe(chance: random.Random) -> Place:
    return Place.on_earth(chance.uniform(50.7, 51.4), chance.choice([3.7, 3.75, chance.uniform(2.6, 5.8)]))


def edges_of_the_globe(chance: random.Random) -> Place:
    return Place.on_earth(chance.choice([-90, -89.9, 0, 51, 89.9, 90]), chance.choice([-180, -179.95, 0, 179.95, 180]))


@pytest.mark.parametrize("place", [flat, globe, edges_of_the_globe])
def test_in_drawn_worlds(place: Callable[[random.Random], Place]) -> None:
    assert both(*drawn_world(place, seed=4)) > 200


def test_in_several_slices() -> None:
    assert both(*drawn_world(flat, seed=5), a_slice=2_000) > 200


def test_with_more_themes_than_fit_in_one_mask() -> None:
    needs, offers = drawn_world(flat, seed=6, themes=MANY)
    everything = frozenset(MANY)
    assert both([*needs, need("all", themes=everything)], [*offers, offer("all", themes=everything)]) > 200


def test_with_identical_rows_on_the_very_edge_of_the_radius() -> None:
    needs = [need(f"{nth}", place=Place(0.1, 0.0)) for nth in range(40)]
    assert both(needs, [offer(f"{nth}", place=Place(0.4, 0.0), radius_km=0.3) for nth in range(40)]) == 1600


def test_with_nobody_on_one_side_and_with_no_pair_at_all() -> None:
    assert both([], [offer()]) == 0
    assert both([need()], []) == 0
    assert both([need(ages=Stretch(1, 2))], [offer()]) == 0


def matched(folder: Path, name: str, *more: str) -> Result:
    files = ("--needs", folder / "needs.csv", "--offers", folder / "offers.csv", "--out", folder / name)
    return CliRunner().invoke(command, ["run", *map(str, files), *more])


def test_the_command_writes_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, answer = [], OnSpark.answer
    monkeypatch.setattr(OnSpark, "answer", lambda base, question: asked.append(question) or answer(base, question))
    written(tmp_path, *drawn_world(flat, seed=7))
    for name, more in (("duckdb.csv", ()), ("spark.csv", ("--engine", "spark"))):
        done = matched(tmp_path, name, *more, "--unfilled", str(tmp_path / f"open-{name}"))
        assert done.exit_code == 0, done.output
        assert bool(asked) == (name == "spark.csv")
    for name in ("", "open-"):
        assert (tmp_path / f"{name}spark.csv").read_bytes() == (tmp_path / f"{name}duckdb.csv").read_bytes()
    assert len((tmp_path / "spark.csv").read_bytes().splitlines()) > 50
