"""The log of an organisation: who may read it, in words, with as many queries always."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from schools import AT, FIRM, SCHOOL

from wortel.kernel.span import Span
from wortel.organisations.permissions import may_read_trail
from wortel.people.public import Caller, HeldMandate
from wortel.trail.models import Details
from wortel.trail.public import By, leave

PATH = f"/organisaties/{SCHOOL}/logboek/"
pytestmark = pytest.mark.usefixtures("actors")
Browser = Callable[..., Client]


def changed(person: str, thing: str = f"profile:{SCHOOL}", *, concerns: str = SCHOOL) -> int:
    before, after = {"description": ["Oud", "public"]}, {"description": ["Nieuw", "partners"]}
    by = By("page", person=person, organisation=concerns, request="r1")
    return leave(by, "profile.published", thing, at=AT, before=before, after=after, why="Nieuw schooljaar")


def holding(capacity: str, organisation: str = "", *, strong: bool = True) -> Caller:
    held = HeldMandate("m", capacity, organisation, "", "", Span(AT.date(), None))
    return Caller(person="p", mandates=(held,), is_strong=strong)


@pytest.mark.parametrize(
    ("caller", "reason"),
    [
        (Caller(), "organisations.sign_in"),
        (Caller(person="p"), "organisations.not_yours"),
        (holding("administrator", FIRM), "organisations.not_yours"),
        (holding("catalyst"), "organisations.not_yours"),
        (holding("editor", SCHOOL), "organisations.speaks_for_it"),
        (holding("administrator", SCHOOL), "organisations.speaks_for_it"),
        (holding("programme_manager", strong=False), "people.second_factor"),
        (holding("programme_manager"), "organisations.watches_over_all"),
        (holding("platform_administrator"), "organisations.watches_over_all"),
    ],
)
def test_who_may_read_it(caller: Caller, reason: str) -> None:
    verdict = may_read_trail(caller, SCHOOL)
    assert verdict.reason.key == reason
    assert verdict.allowed is (reason in {"organisations.speaks_for_it", "organisations.watches_over_all"})


def test_it_says_who_did_what_and_why(as_: Browser, person: Callable) -> None:
    changed(person("Noor").ref)
    text = as_("Wim", editor=SCHOOL).get(PATH).content.decode()
    for said in (
        "Noor publiceerde het profiel.",
        "Waarom: Nieuw schooljaar",
        "Oud · iedereen",
        "Nieuw · onze partners",
    ):
        assert said in text


def test_someone_who_is_erased_has_no_name_and_forgotten_details_say_so(as_: Browser) -> None:
    number = changed("ref-of-nobody")
    Details.objects.filter(entry=number).delete()
    text = as_("Wim", administrator=SCHOOL).get(PATH).content.decode()
    assert "Iemand die er niet meer is publiceerde het profiel." in text
    assert "is gewist" in text


def test_nothing_of_another_organisation_is_shown(as_: Browser) -> None:
    changed("p", f"profile:{FIRM}", concerns=FIRM)
    client = as_("Wim", administrator=SCHOOL)
    assert "publiceerde" not in client.get(PATH).content.decode()
    assert "publiceerde" not in client.get(PATH, {"ding": f"profile:{FIRM}"}).content.decode()
    assert client.get(f"/organisaties/{FIRM}/logboek/").status_code == 403


def test_one_record_can_be_asked_for(as_: Browser) -> None:
    changed("p", "claim:een")
    changed("p", "claim:twee")
    text = as_("Wim", administrator=SCHOOL).get(PATH, {"ding": "claim:een"}).content.decode()
    assert text.count("publiceerde het profiel") == 1


def test_it_is_read_in_pages_with_as_many_queries(as_: Browser) -> None:
    client = as_("Wim", administrator=SCHOOL)
    changed("p")
    client.get(PATH)
    with CaptureQueriesContext(connection) as few:
        client.get(PATH)
    last = [changed("p") for _ in range(60)][-1]
    with CaptureQueriesContext(connection) as many:
        text = client.get(PATH).content.decode()
    assert len(many) == len(few)
    assert text.count("publiceerde het profiel") == 50
    older = client.get(PATH, {"voor": last - 49}).content.decode()
    assert older.count("publiceerde het profiel") == 11


@pytest.mark.parametrize("query", ["voor=-1", "voor=x", "voor=99999999999999999999", "ding=%00", "ding=" + "x" * 81])
def test_an_address_that_makes_no_sense_is_refused(as_: Browser, query: str) -> None:
    assert as_("Wim", administrator=SCHOOL).get(f"{PATH}?{query}").status_code == 422


def test_a_stranger_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(PATH).status_code == 302
