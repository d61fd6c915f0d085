"""The public list: sides, kinds, themes, ages, places, words, pages and files; always in as many questions."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from fair import AT, BY, CLUB, FIRM, INVENTED, NEED, OFFER, SCHOOL, actor, opened

from wortel.exchange.models import Listing
from wortel.exchange.public import PutListing, put_listings

pytestmark = pytest.mark.usefixtures("actors")
LIST = "/vraag-en-aanbod/"
DEINZE = {"nis": "44083", "lat": 50.98, "lon": 3.53, "place": "Deinze"}


def titles(query: str = "") -> set[str]:
    return {line.row.title for line in Client().get(f"{LIST}{query}").context["page"].items}


@pytest.fixture
def fair(actors: None) -> None:
    opened(SCHOOL, NEED, title="Les energie")
    opened(SCHOOL, NEED, title="Stage", kind="pupil_internship", themes=("mechanics",), age_from=16, age_to=19)
    opened(FIRM, OFFER, title="Windmolens", **DEINZE)
    opened(CLUB, OFFER, title="Bus", kind="transport", themes=(), age_from=2, age_to=26)
    opened(CLUB, OFFER, title="Alles", kind="workshop", themes=(), age_from=6, age_to=12)


@pytest.mark.usefixtures("fair")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?kant=gevraagd", {"Les energie", "Stage"}),
        ("?soort=gastles", {"Les energie", "Windmolens"}),
        ("?soort=gastles&soort=vervoer", {"Les energie", "Windmolens", "Bus"}),
        ("?soort=gastles&kant=aangeboden", {"Windmolens"}),
        ("?thema=energie", {"Les energie", "Windmolens", "Alles"}),
        ("?leeftijd=lagere-school", {"Alles", "Bus"}),
        ("?leeftijd=derde-graad-secundair", {"Stage", "Bus"}),
        ("?regio=REFREG03", {"Les energie", "Stage", "Bus", "Alles"}),
        ("?gemeente=44083", {"Windmolens"}),
        ("?bij=Deinze&straal=5", {"Windmolens"}),
        ("?bij=Balen&straal=5&kant=gevraagd", {"Les energie", "Stage"}),
        ("?q=windm", {"Windmolens"}),
        ("?q=ROBOTFABRIEK", {"Windmolens"}),
        ("?q=mechanica+machines", {"Stage"}),
        ("?q=qqqq", set()),
    ],
)
def test_it_finds_exactly_what_is_asked(query: str, found: set[str]) -> None:
    assert titles(query) == found


@pytest.mark.usefixtures("fair")
def test_a_choice_says_what_it_will_give() -> None:
    groups = Client().get(f"{LIST}?kant=aangeboden").context["facets"]
    for group in groups:
        for option in group.options:
            answer = Client().get(option.url)
            if group.title != "Vraag of aanbod":
                assert answer.context["found"].total == option.count, (group.title, option.label)


@pytest.mark.usefixtures("fair")
def test_what_is_over_paused_or_closed_is_not_in_it() -> None:
    for number, change in enumerate(({"state": "paused"}, {"state": "closed"}, {"end_on": date(2026, 11, 22)})):
        row = opened(title=f"Weg {number}")
        Listing.objects.filter(pk=row.pk).update(**{"first_on": date(2026, 1, 1), **change})
    assert not {title for title in titles() if title.startswith("Weg")}


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?soort=feest", 422),
        ("?kant=beide", 422),
        ("?onzin=1", 422),
        ("?bij=Nergenshuizen", 422),
        ("?straal=7", 422),
        ("?gemeente=99999", 404),
        ("?pagina=999", 404),
        ("?vorm=pdf", 422),
        ("?q=%00%F0", 200),
        ("?utm_source=x", 200),
    ],
)
def test_an_odd_question_gets_a_clear_answer(query: str, status: int) -> None:
    assert Client().get(f"{LIST}{query}").status_code == status


@pytest.mark.usefixtures("fair")
def test_the_file_holds_exactly_what_is_filtered() -> None:
    answer = Client().get(f"{LIST}?soort=gastles&bij=Mechelen&straal=100&vorm=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert {row["titel"] for row in rows} == {"Les energie", "Windmolens"}
    assert {row["fictief"] for row in rows} == {"nee"}
    told = json.loads(b"".join(Client().get(f"{LIST}?vorm=json").streaming_content))
    assert len(told["rows"]) == 5


def test_fiction_is_marked_in_list_page_file_and_api() -> None:
    row = opened(INVENTED, NEED, title="Verzonnen les")
    for place in (LIST, f"/vraag-en-aanbod/{row.ref}/"):
        assert "fictief" in Client().get(place).content.decode()
    answer = Client().get("/api/v1/listings")
    assert answer.headers["X-Wortel-Fictional"] == "true"
    assert answer.json()["items"][0]["is_fictional"] is True
    told = json.loads(b"".join(Client().get(f"{LIST}?vorm=json").streaming_content))
    assert told["fictional"] is True
    assert told["rows"][0]["fictief"] == "ja"


def test_an_empty_list_says_what_to_do() -> None:
    page = Client().get(LIST).content.decode()
    assert "Vraag of bied iets" in page
    assert "Nog niets open" in page
    assert "Niets gevonden" in Client().get(f"{LIST}?soort=gastles").content.decode()


def test_the_api_answers_as_the_list() -> None:
    row = opened(SCHOOL, NEED)
    opened(FIRM, OFFER)
    found = Client().get("/api/v1/listings?side=need&near=Balen&radius=5").json()
    assert [item["ref"] for item in found["items"]] == [row.ref]
    assert found["facets"]["side"] == {"need": 1, "offer": 1}
    assert Client().get(f"/api/v1/listings/{row.ref}").json()["sentence"].startswith("Basisschool De Wortel zoekt")
    assert Client().get("/api/v1/listings?kind=party").status_code == 422
    assert Client().get("/api/v1/listings?region=X").status_code == 404
    assert Client().get("/api/v1/listings/nergens").status_code == 404


def _many(count: int) -> None:
    rows = [PutListing(actor(SCHOOL), replace(NEED, title=f"Les {number}")) for number in range(count)]
    put_listings(BY, rows, AT)


def _asked(client: Client, place: str) -> int:
    """How many statements the answer took."""
    client.get(place)  # what is kept between requests is kept now
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(place)
        assert answer.status_code == 200
        if answer.streaming:
            b"".join(answer.streaming_content)
    return len(asked)


@pytest.mark.parametrize(
    "place", [LIST, f"{LIST}?soort=gastles&bij=Balen", "/api/v1/listings", f"{LIST}?vorm=json", f"/actoren/{SCHOOL}/"]
)
def test_the_number_of_questions_does_not_grow(place: str) -> None:
    counts = []
    for more in (12, 60, 300):
        _many(more)
        counts.append(_asked(Client(), place))
    assert len(set(counts)) == 1, counts
    assert counts[0] <= 6 or place.startswith("/actoren/")


@pytest.mark.parametrize("place", [f"/organisaties/{SCHOOL}/vraag-en-aanbod/", LIST])
def test_nor_for_who_is_signed_in(place: str, as_: Callable[..., Client]) -> None:
    noor = as_("noor", administrator=SCHOOL)
    counts = []
    for more in (12, 60):
        _many(more)
        counts.append(_asked(noor, place))
    assert len(set(counts)) == 1, counts


def test_a_long_list_comes_in_pages() -> None:
    _many(120)
    answer = Client().get(f"{LIST}?pagina=3")
    assert (answer.context["page"].total, len(answer.context["page"].items)) == (120, 20)
