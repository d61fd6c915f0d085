"""Shapes of data/demo/README.md: observed ones closely, assumed ones roughly."""

from __future__ import annotations

from collections import Counter
from statistics import median

import pytest

from wortel.actors.domain.kinds import KIND_OF
from wortel.demo.domain.naming import MARK
from wortel.demo.domain.size import ALLIANCE, Size


def per_municipality(actors, *kinds: str) -> Counter[str]:
    return Counter(row.nis for row in actors if row.kind in kinds)


def test_there_are_eight_to_nine_thousand_actors(actors) -> None:
    assert 8_000 <= len(actors) <= 9_000


def test_secondary_schools_stand_where_they_do_in_flanders(actors) -> None:
    schools = Counter(per_municipality(actors, "secondary_school").values())
    steps = [sum(schools[n] for n in few) for few in ((1,), (2,), (3, 4), range(5, 10), range(10, 20), range(20, 99))]
    assert 285 - sum(steps) == 118
    # The stories add one school in Merelbeke-Melle, which may climb a step.
    assert all(abs(found - seen) <= 1 for found, seen in zip(steps, (42, 28, 35, 41, 15, 6), strict=True)), steps
    assert max(schools) == 73


def test_no_secondary_school_stands_where_no_pupil_goes(actors) -> None:
    assert "73028" not in per_municipality(actors, "primary_school", "secondary_school")


def test_the_four_sectors_have_their_share(actors) -> None:
    share = dict.fromkeys(("education", "research", "enterprise", "government", "society"), 0.0)
    for row in actors:
        share[KIND_OF[row.kind].sector] += 100 / len(actors)
    assert 35 <= share["education"] + share["research"] <= 45
    assert 15 <= share["enterprise"] <= 25
    assert 25 <= share["society"] <= 35
    # The 285 municipalities and other public bodies are real: they come with the directory, not with the demo.
    assert 5 <= share["government"] <= 15


def test_names_of_secondary_schools_look_like_those_of_flanders(actors) -> None:
    names = [row.name.removesuffix(MARK).strip() for row in actors if row.kind == "secondary_school"]
    assert sum("Sint-" in name for name in names) / len(names) == pytest.approx(0.29, abs=0.05)
    assert sum(name.startswith("GO! ") for name in names) / len(names) == pytest.approx(0.20, abs=0.04)
    assert 20 <= median(map(len, names)) <= 30
    assert sum(times for times in Counter(names).values() if times > 1) / len(names) >= 0.08


def test_the_small_world_is_one_alliance_of_five_neighbours_with_every_helix(alliance) -> None:
    rows = [row for edition in alliance.editions[1:3] for row in edition.rows]
    assert 50 <= len(rows) <= 75
    assert {row.nis for row in rows} == set(ALLIANCE)
    assert {KIND_OF[row.kind].sector for row in rows} >= {"education", "enterprise", "government", "society"}


def test_the_middle_world_is_one_region(world) -> None:
    rows = [row for edition in world(Size.M, 1).editions for row in edition.rows]
    assert 700 <= len({row.key for row in rows}) <= 1100
    assert set(ALLIANCE) < {row.nis for row in rows if row.stated_on.year == 2026}
