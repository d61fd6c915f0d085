"""The page of proposals: what is asked, what is answered, and what it costs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db
PAGE = "/allianties/voorstellen/"
SIZE = {"van": "2", "tot": "4"}


def test_a_region_gets_alternatives_with_a_map_and_a_table_each(client: Client, settle: Callable[..., str]) -> None:
    settle("35013", "research")
    page = client.get(PAGE, {"regio": "REFREG09", **SIZE})
    text = page.content.decode()
    assert page.status_code == 200
    assert len(page.context["alternatives"]) > 1
    for shown in page.context["alternatives"]:
        assert f"Voorstel {shown.letter}" in text
        assert {nis for line in shown.groups for nis in line.group.towns} | {
            each.nis for each in shown.alternative.left
        } == {town.nis for town in page.context["found"].problem.towns}
        assert all(2 <= len(line.group.towns) <= 4 for line in shown.groups)
    assert "Anders dan voorstel A" in text
    assert 'data-state="group-1"' in text
    assert "style=" not in text


def test_who_is_missing_comes_with_the_nearest_who_is_not(client: Client, settle: Callable[..., str]) -> None:
    settle("35013", "research")
    page = client.get(PAGE, {"regio": "REFREG09", **SIZE})
    lines = [line for shown in page.context["alternatives"] for line in shown.groups]
    without = [line for line in lines if "research" in line.group.missing]
    assert without
    assert all(
        missing.nearest == "Oostende" for line in without for missing in line.missing if missing.label == "Onderzoek"
    )


def test_the_cost_does_not_grow_with_actors(
    client: Client, settle: Callable[..., str], django_assert_max_num_queries: Any
) -> None:
    settle("35013", "research")
    with django_assert_max_num_queries(8):
        client.get(PAGE, {"regio": "REFREG09", **SIZE})
    for number in range(60):
        settle("35011", "education", ref=f"a-school-{number}")
    with django_assert_max_num_queries(8):
        client.get(PAGE, {"regio": "REFREG09", **SIZE})


def test_around_a_municipality_every_group_holds_it(client: Client) -> None:
    page = client.get(PAGE, {"gemeenten": "Oostende", **SIZE})
    assert page.status_code == 200
    assert all("35013" in line.group.towns for shown in page.context["alternatives"] for line in shown.groups)


@pytest.mark.parametrize(
    "asked",
    [
        {"regio": "REFREG09", "van": "9", "tot": "3"},
        {"regio": "REFREG09", "gemeenten": "Oostende"},
        {"regio": "onzin"},
        {"gemeenten": "Nergenshuizen"},
        {"regio": "REFREG09", "van": "9", "tot": "12"},
        {"gemeenten": "Oostende, Voeren"},
        {"regio": "REFREG09", "van": "veel"},
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_is_kept(client: Client, asked: dict[str, str]) -> None:
    page = client.get(PAGE, asked)
    assert page.status_code == 422
    for name, value in asked.items():
        if name != "regio":
            assert f'value="{value}"' in page.content.decode()


def test_a_group_over_the_border_is_marked(client: Client) -> None:
    page = client.get(PAGE, {"regio": "REFREG09", "over": "on"})
    assert page.status_code == 200
    assert "Over de regiogrens" in page.content.decode()


def test_taken_along_every_municipality_has_a_row_per_alternative(client: Client) -> None:
    answer = client.get(PAGE, {"regio": "REFREG09", "vorm": "json", **SIZE})
    rows = json.loads(b"".join(answer.streaming_content))["rows"]
    assert {row["voorstel"] for row in rows} >= {"A", "B"}
    assert len([row for row in rows if row["voorstel"] == "A"]) == 7


def test_the_invented_world_never_counts_the_real_one(client: Client, settle: Callable[..., str]) -> None:
    settle("35013", "research")
    settle("35011", "education", ref="demo-school")
    page = client.get(PAGE, {"regio": "REFREG09", **SIZE})
    known = {sector for town in page.context["found"].problem.towns for sector in town.sectors}
    assert known == {"education"}
    assert page.context["found"].world.is_fictional


def test_programs_get_the_same(client: Client) -> None:
    page = client.get(PAGE, {"regio": "REFREG09", **SIZE})
    answer = client.get("/api/v1/alliances/proposals", {"region": "REFREG09", "fewest": 2, "most": 4}).json()
    first = page.context["alternatives"][0]
    assert [group["municipalities"] for group in answer["alternatives"][0]["groups"]] == [
        list(line.group.towns) for line in first.groups
    ]
    assert client.get("/api/v1/alliances/proposals").status_code == 422


def test_a_municipality_is_a_government_in_the_demo_too(client: Client, settle: Callable[..., str]) -> None:
    settle("35013", "research", ref="demo-labo")
    for nis in ("35011", "35013", "35029"):
        settle(nis, "government")
    page = client.get(PAGE, {"regio": "REFREG09", **SIZE})
    groups = [line.group for shown in page.context["alternatives"] for line in shown.groups]
    assert page.context["found"].world.is_fictional
    assert {"government" in group.missing for group in groups if {"35011", "35013", "35029"} & set(group.towns)} == {
        False
    }
    assert all("enterprise" in group.missing for group in groups)
