"""The API answers about actors what the directory page answers."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from wortel.actors.public import load_directory
from wortel.trail.public import By

BY = By.command("tests")

Ask = Callable[..., Any]
pytestmark = pytest.mark.django_db


@pytest.fixture
def institutions() -> None:
    load_directory(BY, datetime(2025, 1, 1, tzinfo=UTC))


def test_the_directory_counts_and_pages(institutions: None, ask: Ask) -> None:
    answer = ask("/actors", size="10")
    assert answer["total"] > 285
    assert len(answer["items"]) == 10
    governments = next(value for value in answer["facets"]["sector"] if value["value"] == "government")
    assert (governments["label"], governments["count"] >= 285) == ("Overheid", True)


def test_words_forgive_typing_errors_and_say_so(institutions: None, ask: Ask) -> None:
    answer = ask("/actors", q="universitiet gent")
    assert answer["items"][0]["name"] == "Universiteit Gent"
    assert answer["corrections"] == [{"typed": "universitiet", "shown": "universiteit"}]


def test_a_filter_given_twice_widens(institutions: None, ask: Ask, client: Client) -> None:
    limburg = ask("/actors", province="70000")["total"]
    both = client.get("/api/v1/actors?province=70000&province=40000").json()["total"]
    assert both == limburg + ask("/actors", province="40000")["total"]


def test_near_a_place_the_nearest_comes_first(institutions: None, ask: Ask) -> None:
    found = ask("/actors", near="Deinze", radius="15")["items"]
    distances = [actor["distance_km"] for actor in found]
    assert distances == sorted(distances)
    assert max(distances) <= 15


def test_the_map_is_geojson(institutions: None, ask: Ask) -> None:
    answer = ask("/actors/map", nis="44083")
    assert (answer["type"], answer["clustered"]) == ("FeatureCollection", False)
    lon, lat = answer["features"][0]["geometry"]["coordinates"]
    assert 50 < lat < 52
    assert 2 < lon < 6


def test_one_actor_says_who_says_what(institutions: None, ask: Ask) -> None:
    ghent = ask("/actors/" + ask("/actors", q="Universiteit Gent")["items"][0]["ref"])
    assert ghent["name"] == "Universiteit Gent"
    assert {said["source"] for said in ghent["provenance"]["name"]} == set(ghent["sources"])
    assert ghent["records"][0]["licence"]
    assert all(number["is_valid"] for number in ghent["identifiers"])


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/actors?sector=church", 422),
        ("/actors?kind=church", 422),
        ("/actors?province=1", 404),
        ("/actors?source=nobody", 404),
        ("/actors?near=Atlantis", 404),
        ("/actors?near=Deinze&radius=-1", 422),
        ("/actors?nis=44011", 404),
        ("/actors/nobody", 404),
        ("/actors?claimed=ja", 422),
        ("/actors?page=10000", 404),
        ("/actors?page=10001", 422),
    ],
)
def test_what_cannot_be_answered_is_said_with_its_status(client: Client, path: str, status: int) -> None:
    assert client.get(f"/api/v1{path}").status_code == status
