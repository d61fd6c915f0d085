"""The coverage pages: what they answer, and what they answer to nonsense."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wortel.coverage.public import EvidenceDraft, keep_evidence
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def world() -> None:
    said = [
        ("demo-1", "activity", "recognised", "37012"),
        ("demo-2", "none", "recognised", "44021"),
        ("demo-3", "activity", "contested", "31004"),
    ]
    keep_evidence(BY, [EvidenceDraft(r, c, s, 2021, nis, "Labo", "De Krant") for r, c, s, nis in said], AT)


def exported(client: Client, query: str) -> dict[str, dict[str, object]]:
    response = client.get(f"/dekking/?vorm=json&{query}")
    rows = json.loads(b"".join(response.streaming_content))["rows"]
    return {row["nis"]: row for row in rows}


def test_the_page_answers_in_its_first_sentence_and_shows_published_figures_with_their_conflict(client: Client) -> None:
    html = client.get("/dekking/?jaar=2021&grenzen=2025-01-01").content.decode()
    assert "van de 285 gemeenten is bereikt" in html
    assert "Een andere bron zegt 220" in html
    assert "Een andere bron zegt 221" in html
    assert "Over Wingene heeft niemand iets gemeld" in html  # Ruiselede was reached, the other half is not known


def test_a_missing_published_figure_is_said_to_be_missing(client: Client) -> None:
    assert "nog niet beschikbaar" in client.get("/dekking/?jaar=2023").content.decode()


def test_the_file_holds_exactly_the_map_asked_for(client: Client) -> None:
    old, new = exported(client, "jaar=2021&grenzen=2019-01-01"), exported(client, "jaar=2021&grenzen=2025-01-01")
    assert (len(old), len(new)) == (300, 285)
    assert (old["37012"]["toestand"], new["37021"]["toestand"]) == ("bereikt", "bereikt")
    assert (new["44021"]["toestand"], new["31004"]["toestand"]) == ("niet bereikt", "betwist")
    assert new["44021"]["fictief"] == "ja"


def test_the_number_of_queries_does_not_grow_with_the_evidence(client: Client) -> None:
    def queries(url: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    pages = ["/dekking/?jaar=2021&tegenover=2020", "/dekking/bewijs/?jaar=2021", "/dekking/bewijs/demo-1/"]
    before = [queries(url) for url in pages]
    more = (EvidenceDraft(f"demo-m{n}", "activity", "recognised", 2021, "44021", "Labo", "X") for n in range(200))
    keep_evidence(BY, more, AT)
    assert [queries(url) for url in pages] == before


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/dekking/?jaar=99999", 404),
        ("/dekking/?jaar=2013", 404),
        ("/dekking/?jaar=vorig", 422),
        ("/dekking/?jaar=-1", 422),
        ("/dekking/?jaar=%00", 422),
        ("/dekking/?tegenover=1800", 404),
        ("/dekking/?grenzen=2018-12-30", 422),
        ("/dekking/?grenzen=morgen", 422),
        ("/dekking/?grenzen=2025-02-30", 422),
        ("/dekking/?grenzen=9999-12-31", 200),
        ("/dekking/?grenzen=dag&dag=2020-06-01", 200),
        ("/dekking/?indeling=kerk", 422),
        ("/dekking/?vorm=doc", 422),
        ("/dekking/bewijs/?status=misschien", 422),
        ("/dekking/bewijs/?gemeente=Atlantis", 404),
        ("/dekking/bewijs/?gemeente=44021", 200),
        ("/dekking/bewijs/?pagina=99", 404),
        ("/dekking/bewijs/?pagina=139425308517744590848", 422),
        ("/dekking/bewijs/bestaat-niet/", 404),
        ("/dekking/bewijs/%00/", 404),
        ("/dekking/bewijs/bestaat-niet/betwist/", 404),
    ],
)
def test_nonsense_in_the_address_gets_a_helpful_page(client: Client, url: str, status: int) -> None:
    response = client.get(url)
    assert response.status_code == status
    if status != 200:
        assert "href=" in response.content.decode().split("<main", 1)[1]


def test_a_statement_has_a_page_and_a_form_to_dispute_it(client: Client) -> None:
    html = client.get("/dekking/bewijs/demo-2/").content.decode()
    assert "De Krant meldt dat er in 2021 geen STEM-activiteit was in Gent" in html
    assert "/dekking/bewijs/demo-2/betwist/" in html
    assert client.get("/dekking/bewijs/demo-2/betwist/").status_code == 200
