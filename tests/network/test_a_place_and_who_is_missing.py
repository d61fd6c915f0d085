"""The page of a municipality, a group or a region: gaps, candidates, bodies, brokers, who stands alone."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest
from django.test import Client
from tests.network.world import AT, BALEN, DESSEL, LEUVEN, MOL, actor, holds, partners, serves, settle

from wortel.actors.models import Actor
from wortel.network.queries.place import place_network
from wortel.network.queries.standing import forget
from wortel.people.domain.capacities import CATALYST
from wortel.people.public import Person, Scope, give_mandate
from wortel.trail.public import By

pytestmark = pytest.mark.django_db
ON = AT.date()


@pytest.fixture(autouse=True)
def _settled() -> None:
    forget()
    settle()


def body(answer: Any) -> str:
    blocks = answer.streaming_content if answer.streaming else [answer.content]
    return b"".join(blocks).decode("utf-8-sig")


def test_a_region_without_research_finds_it_in_the_next_one_with_distance_and_reasons(client: Client) -> None:
    found = place_network([BALEN, MOL], ON)
    assert "research" in found.balance.missing
    best, second = found.sector_gaps["research"]
    assert (best.candidate.ref, second.candidate.ref) == ("universiteit", "instituut")
    assert best.candidate.km == pytest.approx(44, abs=6)
    assert [reason.key for reason in best.reasons][:3] == [
        "network.near", "network.connected", "network.active_and_claimed",
    ]  # fmt: skip
    page = body(client.get("/netwerk/?regio=REFREG03"))
    assert "een onderzoekspartner ontbreekt nog." in page
    assert "Universiteit" in page
    assert "werkt hier met 1 actor samen" in page


def test_who_works_elsewhere_for_this_place_is_told_apart_and_not_counted_as_here() -> None:
    serves(Actor.objects.get(ref="instituut"), BALEN)
    (research,) = [part for part in place_network([BALEN], ON).balance.sectors if part.key == "research"]
    assert (research.here, research.from_elsewhere, research.presence.value) == (0, 1, "from_elsewhere")


def test_whoever_stopped_is_neither_here_nor_a_candidate() -> None:
    refs = [it.ref for it in place_network([BALEN], ON).here]
    assert "gestopt" not in refs
    gaps = place_network([DESSEL], ON).sector_gaps
    assert "gestopt" not in [it.candidate.ref for rows in gaps.values() for it in rows]


def test_shared_bodies_say_which_of_these_municipalities_they_serve() -> None:
    (shared,) = place_network([BALEN, MOL], ON).bodies
    assert (shared.ref, shared.covered, shared.left_out, shared.others) == ("kempen", (BALEN, MOL), (), 1)


def test_a_municipality_that_merged_is_served_by_the_body_of_before() -> None:
    serves(actor("oud", "intermunicipal", MOL), "71069")  # Ham, since 2025 part of Tessenderlo-Ham
    (shared,) = place_network(["71071"], ON).bodies
    assert shared.ref == "oud"


def test_brokers_and_those_who_stand_alone() -> None:
    found = place_network([BALEN], ON)
    assert [it.ref for it in found.brokers] == ["kempen", "club"]
    assert [it.ref for it in found.alone] == ["bedrijf", "school"]


def test_a_role_is_filled_by_whoever_holds_it_today() -> None:
    holds(Actor.objects.get(ref="club"), "stem_academy")
    holds(Actor.objects.get(ref="bedrijf"), "rollout", valid_to=ON)
    roles = {row.role: row for row in place_network([BALEN], ON).roles}
    assert [it.ref for it in roles["stem_academy"].here] == ["club"]
    assert roles["rollout"].is_absent


def test_a_person_with_a_mandate_for_the_region_fills_the_role_of_gangmaker_without_a_name() -> None:
    person = Person.objects.create(ref="p-1", name="Iemand", email="iemand@example.org", joined_at=AT)
    give_mandate(
        By.command("tests"), person, CATALYST, Scope("", "referentieregio", "REFREG03"), ground="command", at=AT
    )
    (catalyst,) = [row for row in place_network([BALEN], ON).roles if row.role == "catalyst"]
    assert (catalyst.by_people, catalyst.is_absent, catalyst.here) == (1, False, ())
    (elsewhere,) = [row for row in place_network([LEUVEN], ON).roles if row.role == "catalyst"]
    assert elsewhere.is_absent


def test_invented_and_real_stand_beside_each_other_without_a_tie() -> None:
    verband = actor("demo-verband", "intermunicipal", MOL, is_fictional=True)
    serves(verband, BALEN)
    actor("gemeente", "municipality", BALEN)
    partners("demo-verband", "club")
    found = place_network([BALEN], ON)
    ends = {frozenset((edge.a, edge.b)) for edge in found.edges}
    assert frozenset(("demo-verband", f"demo-nis-{BALEN}")) in ends
    assert frozenset(("kempen", "gemeente")) in ends
    assert not [pair for pair in ends if {"demo-verband", "club"} == pair]


def test_the_page_counts_its_statements_whatever_the_number_of_rows(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    address = f"/netwerk/?gemeente={BALEN}&gemeente={MOL}"
    for number in range(60):
        actor(f"extra{number:02d}", "company", BALEN)
        partners("school", f"extra{number:02d}")
    client.get(address)
    with django_assert_max_num_queries(11):  # two of them for the frame of every page
        page = body(client.get(address))
    assert "pagina=2" in page


def test_an_empty_place_says_what_to_do(client: Client) -> None:
    page = body(client.get(f"/netwerk/?gemeente={DESSEL}"))
    assert "In Dessel kennen we nog niemand." in page
    assert "/actoren/?gemeente=13006" in page
    assert "op 8 km" in page or "km" in page


def test_the_tables_are_the_page_as_a_file(client: Client) -> None:
    ties = list(csv.DictReader(body(client.get(f"/netwerk/?gemeente={BALEN}&vorm=csv")).splitlines()))
    assert {(row["ref_1"], row["ref_2"]) for row in ties} == {
        ("club", "atheneum"), ("club", "universiteit"), ("kempen", f"nis-{BALEN}"),
    }  # fmt: skip
    alone = json.loads(body(client.get(f"/netwerk/?gemeente={BALEN}&vorm=json&tabel=alleen")))
    assert [row["ref"] for row in alone["rows"]] == ["bedrijf", "school"]
    wanted = csv.DictReader(body(client.get(f"/netwerk/?gemeente={BALEN}&vorm=csv&tabel=kandidaten")).splitlines())
    assert [row["ref"] for row in wanted if row["ontbreekt"] == "Onderzoek"] == ["universiteit", "instituut"]


def test_a_name_cannot_break_out_of_the_picture(client: Client) -> None:
    actor("boos", "youth_group", BALEN, name='"><script>alert(1)</script>')
    partners("boos", "club")
    page = body(client.get(f"/netwerk/?gemeente={BALEN}"))
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("", 200), ("?regio=REFREG03", 200), ("?provincie=10000", 200), ("?gemeente=13003&regio=REFREG03", 200),
        ("?gemeente=13003&wijzig=ja", 200), ("?gemeente=11007", 200), ("?gemeente=99999", 404), ("?gemeente=%00", 404),
        ("?regio=REFREG99", 404), ("?regio=10000", 404), ("?gemeente=13003&tabel=x", 422), ("?vreemd=1", 422),
        ("?gemeente=13003&vorm=pdf", 422), ("?gemeente=13003&pagina=9", 404), ("?regio=", 200),
        ("?provincie=10000&provincie=20001", 422), ("?utm_source=brief", 200),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_gets_a_helpful_page(client: Client, query: str, status: int) -> None:
    answer = client.get(f"/netwerk/{query}")
    assert answer.status_code == status
    assert "<h1>" in body(answer)


def test_the_program_gets_the_same_answer(client: Client) -> None:
    found = client.get(f"/api/v1/network?nis={BALEN}&nis={MOL}").json()
    assert found["municipalities"] == [BALEN, MOL]
    (research,) = [gap for gap in found["gaps"] if gap["sector"] == "research"]
    assert [it["ref"] for it in research["candidates"]] == ["universiteit", "instituut"]
    assert [it["ref"] for it in found["brokers"]] == ["kempen", "club"]
    assert client.get("/api/v1/network").status_code == 422
    assert client.get("/api/v1/network?nis=99999").status_code == 404


def test_an_actor_says_with_whom_it_works_in_few_statements(client: Client, django_assert_max_num_queries: Any) -> None:
    from wortel.actors.public import named_actors
    from wortel.network.queries.around import around_actor

    for ref, most in (("club", 6), ("kempen", 8)):
        here = named_actors([ref])[ref]
        with django_assert_max_num_queries(most):
            found = around_actor(here, ON)
        assert set(found.partners(ref)) == {
            "club": {"atheneum", "universiteit"}, "kempen": {f"nis-{BALEN}", f"nis-{MOL}", f"nis-{DESSEL}"},
        }[ref]  # fmt: skip
    assert "Werkt samen met 2 anderen." in body(client.get("/actoren/club/"))
    assert "nog geen samenwerking" in body(client.get("/actoren/bedrijf/"))
