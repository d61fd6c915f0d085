"""The page of one actor: what it is, who says so, what contradicts, and what became of one that is gone."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.actors.directory import AT, LEUVEN, actor, index, number_of, record_of

from wortel.actors.models import Actor
from wortel.intake.models import Import, Record, Source

pytestmark = pytest.mark.django_db


def page(client: Client, ref: str) -> str:
    return client.get(f"/actoren/{ref}/").content.decode()


def test_it_opens_with_what_it_is_where_and_who_says_so(client: Client) -> None:
    made = actor("a1", "Atheneum", "secondary_school")
    record_of(made)
    index(made)
    assert "Secundaire school in Gent. Dat zegt Een lijst." in page(client, "a1")


def test_a_shadow_profile_says_so_and_offers_to_claim_it(client: Client) -> None:
    made = actor("a1", "Atheneum")
    record_of(made)
    index(made)
    shown = page(client, "a1")
    assert "Dit is een schaduwprofiel" in shown
    assert "/actoren/a1/reageer/claim/" in shown
    Actor.objects.update(is_claimed=True)
    assert "Dit is een schaduwprofiel" not in page(client, "a1")


def test_two_sources_that_disagree_stand_side_by_side(client: Client) -> None:
    made = actor("a1", "Atheneum")
    record_of(made, website="https://een.be")
    other = Source.objects.create(key="twee", name="Tweede lijst")
    brought = Import.objects.create(source=other, kind="actors", file_name="t", file_sha256="1" * 64, applied_at=AT)
    said = {"name": "Atheneum", "website": "https://twee.be"}
    Record.objects.create(
        source=other, kind="actors", key="k", brought_by=brought, subject="a1", row=3, raw={}, values=said, digest="1"
    )
    index(made)
    shown = page(client, "a1")
    assert "https://een.be" in shown
    assert "https://twee.be" in shown
    assert "bronnen spreken elkaar tegen" in shown


def test_a_doubtful_number_is_shown_as_doubtful(client: Client) -> None:
    made = actor("a1", "Bedrijf", "company")
    number_of(made, "kbo", "0207532389")
    index(made)
    assert "kan kloppen" in page(client, "a1")


def test_what_is_made_up_is_called_made_up(client: Client) -> None:
    made = actor("demo-1", "Verzonnen", is_fictional=True)
    record_of(made)
    index(made)
    assert "<title>Verzonnen (fictief)" in page(client, "demo-1")


def test_one_that_is_gone_says_who_once_named_it(client: Client) -> None:
    made = actor("a1", "Atheneum")
    record = record_of(made)
    made.delete()
    Record.objects.update(ended_by=record.brought_by)
    answer = client.get("/actoren/a1/")
    assert answer.status_code == 410
    assert "Een lijst noemde deze actor" in answer.content.decode()


@pytest.mark.parametrize("ref", ["bestaat-niet", "%00", "x" * 300, "demo-0"])
def test_one_that_never_was_is_not_found(client: Client, ref: str) -> None:
    assert client.get(f"/actoren/{ref}/").status_code == 404


def test_the_number_of_statements_does_not_grow_with_neighbours(client: Client) -> None:
    made = actor("a1", "Atheneum", nis=LEUVEN)
    record_of(made)
    index(made, actor("a2", "Buur", nis=LEUVEN))

    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            page(client, "a1")
        return len(seen)

    before = statements()
    index(*(actor(f"z{number}", f"Buur {number}", "company", LEUVEN) for number in range(30)))
    assert statements() == before <= 24  # three rooms above put something beside it


def test_the_three_replies_have_a_form_each(client: Client) -> None:
    made = actor("a1", "Atheneum")
    record_of(made)
    index(made)
    for kind in ("claim", "dispute", "correction"):
        assert client.get(f"/actoren/a1/reageer/{kind}/").status_code == 200
    assert client.get("/actoren/a1/reageer/iets/").status_code == 404
