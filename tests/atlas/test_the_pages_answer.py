"""The pages of the atlas: the answer first, a way out of every dead end, as many queries whatever the data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from wortel.coverage.public import EvidenceDraft, keep_evidence
from wortel.shell import clock
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    monkeypatch.setattr(clock, "now", lambda: NOW)
    return


def say(nis: str, year: int, ref: str = "demo-1", claim: str = "activity") -> None:
    draft = EvidenceDraft(ref, claim, "recognised", year, nis, "Techniekreeks (fictief)", "Voorbeeld (fictief)")
    keep_evidence(BY, [draft], NOW)


def text(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def test_home_counts_on_todays_map_in_the_last_full_year_anyone_spoke_of(client: Client) -> None:
    say("13011", 2024)
    assert "In 2024 is 1 van de 285 gemeenten bereikt" in text(client, "/")


def test_home_says_in_one_year_what_it_does_not_say_in_another(client: Client) -> None:
    say("13011", 2024)
    assert "Over 2023 is nog niets gemeld" in text(client, "/?jaar=2023")


@pytest.mark.parametrize("year", ["1999", "2027", "99999", "abc", "%00"])
def test_a_year_we_cannot_speak_of_is_refused_with_a_way_out(client: Client, year: str) -> None:
    assert "Kies een jaar van 2014 tot 2026" in text(client, f"/?jaar={year}", 422)


def test_silence_about_a_municipality_is_no_denial(client: Client) -> None:
    page = text(client, "/gemeenten/13011/")
    assert "weten we niet" in page
    assert "Niemand heeft hierover iets gemeld" in page


def test_a_merged_municipality_leads_to_the_one_it_became(client: Client) -> None:
    page = text(client, "/gemeenten/44040/")
    assert "sinds 1 januari 2025 geen aparte gemeente meer" in page
    assert "Naar Merelbeke-Melle" in page
    assert "gingen Melle en Merelbeke samen verder" in page


@pytest.mark.parametrize(
    ("nis", "told"), [("99999", "kennen we niet"), ("21004", "niet in Vlaanderen"), ("%00", "kennen we niet")]
)
def test_a_code_that_is_not_ours_is_told_apart(client: Client, nis: str, told: str) -> None:
    assert told in text(client, f"/gemeenten/{nis}/", 404)


def test_one_exact_hit_leads_straight_to_its_page(client: Client) -> None:
    assert client.get("/gemeenten/zoek", {"q": "Melle"}).headers["Location"].startswith("/gemeenten/")


def test_a_typing_error_is_asked_back(client: Client) -> None:
    assert "Bedoel je een van deze?" in text(client, "/gemeenten/zoek?q=antwerpn")


def test_the_list_can_be_narrowed_to_a_region(client: Client) -> None:
    assert "Dit zijn 27 van de 285 gemeenten" in text(client, "/gemeenten/?referentieregio=REFREG03")


@pytest.mark.parametrize("path", ["/gemeenten/?provincie=xx", "/regios/xx/", "/provincies/REFREG03/"])
def test_an_area_nobody_knows_does_not_exist(client: Client, path: str) -> None:
    text(client, path, 404)


def test_made_up_evidence_puts_the_banner_on_every_page(client: Client) -> None:
    assert "toont fictieve gegevens" not in text(client, "/over/")
    say("13011", 2024)
    assert "toont fictieve gegevens" in text(client, "/over/")


@pytest.mark.parametrize("path", ["/", "/gemeenten/", "/gemeenten/13011/", "/regios/", "/regios/REFREG03/"])
def test_a_page_asks_as_often_when_there_is_more_to_say(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries, path: str
) -> None:
    for place, nis in enumerate(("13011", "11002", "44021")):
        say(nis, 2024, f"demo-{place}")
    with django_assert_max_num_queries(8):
        text(client, path)
