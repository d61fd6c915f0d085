"""`/actoren/` as a visitor meets it: filters in the address, helpful refusals, files of exactly what is filtered."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest
from django.test import Client
from tests.actors.directory import BALEN, GHENT, LEUVEN, actor, index, name_of, number_of

from wortel.actors.pages.words import KIND_WORDS, SECTOR_WORDS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _town() -> None:
    school = actor("a1", "Atheneum", "secondary_school")
    number_of(school, "school", "123")
    name_of(school, "Rijksnormaalschool")
    index(
        school,
        actor("a2", "=1+1", "company", LEUVEN),
        actor("a3", "Club", "youth_group", BALEN),
        actor("demo-1", "Verzonnen Club", "youth_group", GHENT, is_fictional=True),
    )


def body(answer: Any) -> str:
    blocks = answer.streaming_content if answer.streaming else [answer.content]
    return b"".join(blocks).decode("utf-8-sig")


def test_words_in_addresses_name_one_value_each() -> None:
    assert len(set(KIND_WORDS.values())) == len(KIND_WORDS)
    assert len(set(SECTOR_WORDS.values())) == len(SECTOR_WORDS)


def test_the_list_says_how_many_and_marks_what_is_made_up(client: Client) -> None:
    page = body(client.get("/actoren/?soort=jeugdvereniging"))
    assert "2 actoren passen bij je vraag." in page
    assert page.count("tag-fictional") == 1


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("sector=foo", 422), ("soort=x", 422), ("regio=REFREG99", 422), ("provincie=abc", 422), ("bron=niemand", 422),
        ("geclaimd=misschien", 422), ("status=dood", 422), ("o=vijfde", 422), ("fictief=1", 422), ("straal=-5", 422),
        ("orde=willekeurig", 422), ("weergave=bol", 422), ("indeling=x", 422), ("onbekend=1", 422), ("vorm=pdf", 422),
        ("bij=Atlantis", 422), ("bij=%00", 422), ("gemeente=99999", 404), ("gemeente=21004", 404), ("pagina=0", 422),
        ("pagina=-5", 422), ("pagina=abc", 422), ("pagina=139425308517744590848", 422), ("pagina=9999", 404),
        ("utm_source=brief", 200), ("q=%00%22%27", 200), ("gemeente=44034", 200), ("bij=9000&straal=25", 200),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_gets_a_helpful_page(client: Client, query: str, status: int) -> None:
    answer = client.get(f"/actoren/?{query}")
    assert answer.status_code == status
    assert "<h1>" in body(answer)


def test_a_place_that_is_mistyped_is_offered_again(client: Client) -> None:
    assert "bij=Gent" in body(client.get("/actoren/?bij=Gnet"))


def test_a_municipality_that_is_gone_stands_for_what_it_became(client: Client) -> None:
    page = body(client.get("/actoren/?gemeente=11007"))  # Borsbeek, sinds 2025 een deel van Antwerpen
    assert ">Antwerpen<" in page


def test_the_file_holds_exactly_what_is_filtered_with_its_numbers(client: Client) -> None:
    rows = list(csv.DictReader(body(client.get("/actoren/export.csv?sector=onderwijs")).splitlines()))
    assert [row["naam"] for row in rows] == ["Atheneum"]
    assert (rows[0]["identificatoren"], rows[0]["andere_namen"]) == ("school=123", "Rijksnormaalschool")
    assert rows[0]["fictief"] == "nee"


def test_a_name_that_looks_like_a_formula_does_not_run(client: Client) -> None:
    rows = list(csv.DictReader(body(client.get("/actoren/?vorm=csv&provincie=20001")).splitlines()))
    assert rows[0]["naam"] == "'=1+1"


def test_the_json_file_marks_what_is_made_up(client: Client) -> None:
    rows = json.loads(body(client.get("/actoren/export.json?fictief=ja")))["rows"]
    assert [(row["ref"], row["fictief"]) for row in rows] == [("demo-1", "ja")]


def test_the_map_says_in_a_table_what_it_draws(client: Client) -> None:
    page = body(client.get("/actoren/?weergave=kaart"))
    assert page.count('data-kind="cluster"') == 3
    assert f"gemeente={GHENT}" in page
    near = body(client.get(f"/actoren/?weergave=kaart&gemeente={GHENT}"))
    assert "Atheneum, Verzonnen Club (fictief)" in near


def test_the_map_for_programs_counts_by_municipality_or_names_each_actor(client: Client) -> None:
    whole = client.get("/actoren/kaart.json").json()
    assert {row[1]: row[4] for row in whole["rows"]} == {"Gent": 2, "Leuven": 1, "Balen": 1}
    assert sum(row[2] for row in client.get("/actoren/kaart.json?vak=ja").json()["rows"]) == 4
    assert [row[0] for row in client.get("/actoren/kaart.json?provincie=20001").json()["rows"]] == ["a2"]
