"""The API answers about territory what the command answers, in the same shapes."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

Ask = Callable[..., Any]

SHAPE = {"nis", "name", "valid_from", "valid_to", "province", "referentieregio"}


@pytest.mark.parametrize(("on", "count"), [("2018-12-31", 308), ("2019-01-01", 300), ("2025-01-01", 285)])
def test_every_map_has_its_own_municipalities(ask: Ask, on: str, count: int) -> None:
    found = ask("/municipalities", on=on)
    assert len(found) == count
    assert {frozenset(place) for place in found} == {frozenset(SHAPE)}


def test_municipalities_of_an_area_by_code_or_by_name(ask: Ask) -> None:
    by_code = ask("/municipalities", on="2025-01-01", scheme="provincie", area="70000")
    assert by_code == ask("/municipalities", on="2025-01-01", scheme="provincie", area="limburg")
    assert {place["province"] for place in by_code} == {"Limburg"}


def test_municipalities_of_a_whole_division(ask: Ask) -> None:
    assert len(ask("/municipalities", on="2025-01-01", scheme="centrumstad")) == 13


def test_a_merged_municipality_says_what_became_of_it(ask: Ask) -> None:
    old = ask("/municipalities/44011")
    assert (old["name"], old["on"], old["became"]) == ("Deinze", "2018-12-31", ["44083"])


def test_successors_and_predecessors_run_both_ways(ask: Ask) -> None:
    assert [place["nis"] for place in ask("/municipalities/44049/successors", on="2025-01-01")] == ["44083"]
    assert [place["nis"] for place in ask("/municipalities/44083/predecessors")] == ["44011", "44049"]


def test_a_postcode_pins_a_fact_down_on_an_earlier_map(ask: Ask) -> None:
    question = {"nis": "44083", "from": "2025-01-01", "to": "2018-12-31"}
    unknown = ask("/carry", **question)
    assert (unknown["result"], unknown["certain"]) == ([], False)
    pinned = ask("/carry", **question, postcode="9850")
    assert (pinned["result"], pinned["certain"]) == (["44049"], True)


def test_a_postcode_lies_in_the_municipality_of_its_day(ask: Ask) -> None:
    assert [place["nis"] for place in ask("/postcodes/9850", on="2018-12-31")] == ["44049"]
    assert [place["nis"] for place in ask("/postcodes/9850", on="2025-01-01")] == ["44083"]


def test_areas_count_every_municipality_once(ask: Ask) -> None:
    areas = ask("/areas", on="2025-01-01", scheme="referentieregio")
    assert len(areas) == 15
    assert sum(area["municipalities"] for area in areas) == 285


def test_an_area_names_its_members(ask: Ask) -> None:
    area = ask("/areas/referentieregio/REFREG13", on="2025-01-01")
    assert "Deinze" in {place["name"] for place in area["members"]}


def test_voeren_has_no_flemish_neighbour(ask: Ask) -> None:
    assert ask("/municipalities/73109/neighbours") == []


def test_counts_name_their_day_and_the_codes_they_are_made_of(ask: Ask) -> None:
    counts = ask("/statistics/44083", on="2019-06-01")
    everyone = next(row for row in counts["inhabitants"] if row["ages_from"] is None)
    assert everyone["counted_on"] == "2015-01-01"
    assert everyone["made_of"] == ["44011", "44049"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/municipalities?on=2018-12-30", 404),
        ("/municipalities?on=2025-02-30", 422),
        ("/municipalities?on=1735689600", 422),
        ("/municipalities?area=40000", 404),
        ("/municipalities?scheme=kerk&area=1", 404),
        ("/municipalities/99999", 404),
        ("/municipalities/21004", 404),
        ("/municipalities/4408", 422),
        ("/municipalities/44011/neighbours?on=2025-01-01", 404),
        ("/postcodes/1000", 404),
        ("/carry?nis=44083&from=2025-01-01", 422),
        ("/areas?op=2025-01-01", 422),
    ],
)
def test_what_cannot_be_answered_is_said_with_its_status(client: Client, path: str, status: int) -> None:
    assert client.get(f"/api/v1{path}").status_code == status
