"""The directory narrows between facets and widens within one; each facet counts what the others let through."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.actors.directory import BALEN, GHENT, LEUVEN, actor, index

from wortel.actors.models import Actor
from wortel.actors.public import (
    UNKNOWN,
    Asked,
    Directory,
    Near,
    actors_of,
    directory,
    everything,
    holds_fictional,
    sector_counts,
    sector_counts_by_area,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _town() -> None:
    index(
        actor("a1", "Atheneum", "secondary_school"),
        actor("a2", "Basisschool", "primary_school", sources="|lijst|register|"),
        actor("a3", "Bedrijf", "company", LEUVEN, is_claimed=True),
        actor("a4", "Club", "youth_group", BALEN),
        actor("a5", "Zonder plaats", "association", nis=GHENT, x_km=None, y_km=None, lat=None, lon=None),
        actor("a6", "Zonder sector", "other", LEUVEN, sector="", sources=""),
    )
    Actor.objects.filter(ref="a5").update(nis="", province="", region="", place="")
    index(Actor.objects.get(ref="a5"))


def chosen(**facets: list[str]) -> Asked:
    return Asked(chosen={facet: frozenset(values) for facet, values in facets.items()})


def refs(asked: Asked) -> list[str]:
    return [row.ref for row in directory(asked).page(0, 50)]


def options(answer: Directory, facet: str) -> dict[str, int]:
    return {option.value: option.n for option in answer.counted.options[facet]}


def test_choices_widen_within_a_facet_and_narrow_between_facets() -> None:
    assert refs(chosen(sector=["education", "enterprise"])) == ["a1", "a2", "a3"]
    assert refs(chosen(sector=["education", "enterprise"], province=["20001"])) == ["a3"]


def test_a_facet_counts_with_the_choices_of_the_others_only() -> None:
    answer = directory(chosen(sector=["education"], province=["40000"]))
    assert answer.total == 2
    assert options(answer, "sector") == {"education": 2}
    assert options(answer, "province") == {"40000": 2}
    alone = directory(chosen(province=["20001"]))
    assert options(alone, "sector") == {"enterprise": 1, UNKNOWN: 1}
    assert options(alone, "province") == {"20001": 2, "40000": 2, "10000": 1, UNKNOWN: 1}


def test_a_choice_that_shows_nobody_stays_so_that_it_can_be_let_go() -> None:
    answer = directory(chosen(sector=["research"]))
    assert (answer.total, options(answer, "sector")["research"]) == (0, 0)


def test_every_choice_shows_as_many_as_it_counted() -> None:
    for facet, found in directory(Asked()).counted.options.items():
        for option in found:
            assert directory(chosen(**{facet: [option.value]})).total == option.n, (facet, option)
            assert len(refs(chosen(**{facet: [option.value]}))) == option.n


def test_the_four_o_s_are_another_view_on_the_same_actors() -> None:
    assert refs(chosen(four_o=["overheid"])) == ["a4", "a5"]  # burgers en verenigingen staan daar bij overheid
    assert sum(options(directory(Asked()), "four_o").values()) == 6


def test_an_actor_of_two_sources_counts_under_both() -> None:
    assert options(directory(Asked()), "source") == {"lijst": 5, "register": 1, UNKNOWN: 1}
    assert refs(chosen(source=["register"])) == ["a2"]


def test_unknown_is_a_value_to_ask_for() -> None:
    assert refs(chosen(region=[UNKNOWN])) == ["a5"]
    assert refs(chosen(sector=[UNKNOWN])) == ["a6"]


def test_near_takes_who_stands_within_the_radius_nearest_first() -> None:
    ghent = Near("Gent", -37.2, 0.0, 10)
    assert refs(Asked(near=ghent)) == ["a1", "a2"]
    far = directory(Asked(near=Near("Gent", -37.2, 0.0, 120)))
    distances = [row.distance_km for row in far.page(0, 50)]
    assert far.total == 5  # wie geen plaats heeft, staat er niet bij
    assert distances == sorted(distances)


def test_pages_follow_one_order_without_gap_or_double() -> None:
    answer = directory(Asked())
    assert [row.ref for start in range(0, 6, 2) for row in answer.page(start, 2)] == refs(Asked())
    assert [row.ref for row in everything(Asked())] == refs(Asked())


def test_the_number_of_statements_does_not_grow_with_the_directory() -> None:
    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            directory(Asked("school", chosen={"sector": frozenset({"education"})})).page(0, 50)
        return len(seen)

    before = statements()
    index(*(actor(f"z{number}", f"School {number}", "school") for number in range(60)))
    assert statements() == before <= 8


def test_municipality_pages_get_every_sector_and_its_gaps() -> None:
    assert sector_counts(GHENT) == {"education": 2, "research": 0, "enterprise": 0, "government": 0, "society": 0}
    assert sector_counts_by_area("provincie")["10000"]["society"] == 1
    assert [row.ref for row in actors_of(GHENT, 1)] == ["a1"]


def test_it_says_whether_anything_is_made_up() -> None:
    assert not holds_fictional()
    index(actor("demo-1", "Verzonnen", is_fictional=True))
    assert holds_fictional()
