"""The whole way, on pages: proposed, read, yes and yes, a day, how it was; and what a page refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from world_of_two import AT, DAY, FIRM, HOLIDAY, RIVAL, SCHOOL, in_contact, listing, proposal

from wortel.exchange.public import Listing
from wortel.introductions.models import Feedback, Introduction

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]
On = Callable[[datetime], None]


def send(client: Client, row: Introduction, path: str = "", **fields: Any) -> Any:
    return client.post(f"/introducties/{row.ref}/{path}", fields)


def test_from_proposal_to_looking_back(two: None, as_: As, on: On) -> None:
    row = proposal()
    on(AT + DAY)
    school, firm = as_("noor"), as_("bram")
    assert "Ja, we doen mee" in school.get(f"/introducties/{row.ref}/").content.decode()
    assert send(school, row, doe="gelezen").status_code == 302
    row.refresh_from_db()
    assert row.state == "read"
    send(school, row, doe="ja", versie=row.version)
    assert "Nu is het aan Robotfabriek" in school.get(f"/introducties/{row.ref}/").content.decode()
    send(firm, row, doe="ja", versie=row.version)
    row.refresh_from_db()
    assert row.state == "in_contact"
    send(firm, row, doe="dag", dag="2026-12-15", versie=row.version)
    row.refresh_from_db()
    assert (row.state, row.planned_on) == ("confirmed", HOLIDAY)
    on(AT + 30 * DAY)
    school, firm = as_("noor"), as_("bram")  # the sessions of a month ago are over
    assert "Zeg hoe het was" in school.get(f"/introducties/{row.ref}/").content.decode()
    told = send(school, row, "hoe-was-het/", happened="ja", worked="4", again="ja", children="24", text="Fijn.")
    assert told.status_code == 302
    row.refresh_from_db()
    said = Feedback.objects.get(introduction=row)
    assert (row.state, said.side, said.worked, said.children) == ("done", "need", 4, 24)
    assert "Fijn." not in firm.get(f"/introducties/{row.ref}/").content.decode()


def test_opening_a_page_writes_nothing(two: None, as_: As, on: On) -> None:
    row = proposal()
    on(AT)
    as_("noor").get(f"/introducties/{row.ref}/")
    row.refresh_from_db()
    assert row.read_at is None


def test_an_old_page_is_refused_and_shows_how_it_is_now(two: None, as_: As, on: On) -> None:
    row = in_contact()
    on(AT + 2 * DAY)
    send(as_("noor"), row, doe="dag", dag="2026-12-15", versie=row.version)
    late = send(as_("bram"), row, doe="dag", dag="2026-12-16", versie=row.version)
    assert late.status_code == 409
    assert "15 december 2026" in late.content.decode()


@pytest.mark.parametrize("day", ["", "vandaag", "2026-13-40", "2027-05-05"])
def test_a_day_that_cannot_be_is_given_back(two: None, as_: As, on: On, day: str) -> None:
    row = in_contact()
    on(AT + 2 * DAY)
    answer = send(as_("noor"), row, doe="dag", dag=day, versie=row.version)
    assert answer.status_code == 422
    assert f'value="{day}"' in answer.content.decode() or not day


def test_no_asks_for_a_reason_and_keeps_what_was_typed(two: None, as_: As, on: On) -> None:
    row = proposal()
    on(AT)
    answer = send(as_("noor"), row, "nee/", tekst="Wij zijn er dan niet.", versie=row.version)
    assert answer.status_code == 422
    assert "Wij zijn er dan niet." in answer.content.decode()
    send(as_("noor"), row, "nee/", reden="wrong_moment", tekst="Wij zijn er dan niet.", versie=row.version)
    shown = as_("bram").get(f"/introducties/{row.ref}/").content.decode()
    assert "het moment past niet" in shown
    assert "Wij zijn er dan niet." in shown


def test_the_list_says_for_whom_each_waits(two: None, as_: As, on: On) -> None:
    row = proposal()
    on(AT)
    assert "Wacht op jullie" in as_("noor").get("/mijn/introducties/").content.decode()
    send(as_("noor"), row, doe="ja", versie=row.version)
    shown = as_("noor").get("/mijn/introducties/").content.decode()
    assert "Wacht op de ander" in shown
    assert "Wacht op jullie" not in shown
    assert "Titel van aanbod" in as_("bram").get(f"/organisaties/{FIRM}/introducties/").content.decode()
    assert as_("noor").get(f"/organisaties/{FIRM}/introducties/").status_code == 403


def test_the_list_costs_the_same_however_long(two: None, as_: As, on: On, django_assert_max_num_queries: Any) -> None:
    listing("veel", "need", SCHOOL, quantity=40)
    for number in range(30):
        listing(f"aanbod-{number}", "offer", FIRM)
        proposal(need="veel", offer=f"aanbod-{number}")
    on(AT)
    client = as_("noor")
    with django_assert_max_num_queries(16):
        assert client.get("/mijn/introducties/").content.decode().count("Robotfabriek") == 30


def test_a_side_asks_directly_with_what_it_has(two: None, as_: As, on: On) -> None:
    on(AT)
    assert "Titel van vraag" in as_("noor").get("/introducties/vraag/aanbod/").content.decode()
    as_("noor").post("/introducties/vraag/aanbod/", {"met": "vraag", "hoe": "voorstel"})
    row = Introduction.objects.get()
    assert (row.origin, row.proposed_by, row.need_agreed_at is not None, row.offer_agreed_at) == (
        "direct", "need", True, None,
    )  # fmt: skip


def test_a_side_without_a_need_of_its_own_asks_with_the_least(two: None, as_: As, on: On) -> None:
    on(AT)
    answer = as_("samira").post("/introducties/vraag/aanbod/", {"met": f"nieuw:{RIVAL}", "hoe": "voorstel"})
    assert answer.status_code == 302
    made = Listing.objects.get(actor=RIVAL)
    assert (made.side, made.kind, made.quantity, made.visibility) == ("need", "guest_lesson", 1, "own")
    assert Introduction.objects.get().need == made.ref


def test_what_was_agreed_elsewhere_is_noted_and_can_be_contested(two: None, as_: As, on: On) -> None:
    on(AT)
    as_("noor").post("/introducties/vraag/aanbod/", {"met": "vraag", "hoe": "afgesproken", "dag": "2026-12-15"})
    row = Introduction.objects.get()
    assert (row.state, row.origin) == ("confirmed", "elsewhere")
    send(as_("bram"), row, "nee/", reden="not_agreed", versie=row.version)
    row.refresh_from_db()
    assert (row.state, row.why) == ("dropped", "not_agreed")


def test_an_offer_that_is_full_cannot_be_asked(two: None, as_: As, on: On) -> None:
    proposal()
    on(AT)
    answer = as_("samira").post("/introducties/vraag/aanbod/", {"met": f"nieuw:{RIVAL}", "hoe": "voorstel"})
    assert answer.status_code == 422
    assert "We vragen nooit een keer meer" in answer.content.decode()


def test_the_listing_page_says_how_much_is_left(two: None, as_: As, on: On) -> None:
    on(AT)
    assert "Vraag dit aanbod" in as_("noor").get("/vraag-en-aanbod/aanbod/").content.decode()
    proposal()
    shown = as_("noor").get("/vraag-en-aanbod/aanbod/").content.decode()
    assert "volzet" in shown
    assert "Vraag dit aanbod" not in shown
