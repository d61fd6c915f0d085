"""A gangmaker on the phone finds the organisation, fills one page, and it is open at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from fair import CLUB, INVENTED, NEED, SCHOOL, opened

from wortel.exchange.models import Listing
from wortel.people.public import Person
from wortel.post.models import Message
from wortel.shell import clock
from wortel.trail.models import Entry

pytestmark = pytest.mark.usefixtures("actors")
As = Callable[..., Client]
HERE, ELSEWHERE = "REFREG03", "REFREG13"
DESK = "/vraag-en-aanbod/telefoon/"
FORM = f"{DESK}?organisatie={CLUB}&kant=aangeboden&soort=workshop-of-traject"


def typed(client: Client, **other: Any) -> dict[str, Any]:
    form = client.get(FORM).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() not in (None, "", False, [])}
    return {**data, "titel": "Robots bouwen", "toestemming_op": clock.today().isoformat(), **other}


def test_an_unclaimed_profile_is_found_and_entered_at_once(as_: As) -> None:
    greet = as_("greet", catalyst=HERE)
    (found,) = greet.get(f"{DESK}?q=codeclub").context["results"]
    assert (found.ref, found.is_claimed) == (CLUB, False)
    answer = greet.post(FORM, typed(greet, toestemming="meeting"))
    assert answer.status_code == 302
    row = Listing.objects.get()
    assert (row.state, row.actor, row.consent, row.nis) == ("open", CLUB, "meeting", "13025")
    assert "met toestemming in een gesprek" in Client().get(f"/vraag-en-aanbod/{row.ref}/").content.decode()
    entry = Entry.objects.get(verb="listing.entered_by_desk")
    assert (entry.concerns, entry.organisation) == (CLUB, "")


def test_the_administrators_get_a_mail_and_can_close_it(as_: As, person: Callable[..., Person]) -> None:
    karim = as_("karim", administrator=CLUB)
    greet = as_("greet", catalyst=HERE)
    greet.post(FORM, typed(greet))
    row = Listing.objects.get()
    mail = Message.objects.get(recipient="karim@example.net")
    assert f"/vraag-en-aanbod/{row.ref}/" in mail.text
    assert karim.post(f"/vraag-en-aanbod/{row.ref}/", {"stap": "sluit", "versie": 1}).status_code == 302
    assert Message.objects.count() == 1, "nobody writes to themselves"


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ({"catalyst": HERE}, 200),
        ({"programme_manager": ""}, 200),
        ({"catalyst": ELSEWHERE}, 403),
        ({"catalyst": HERE, "strong": False}, 403),
        ({"administrator": CLUB}, 403),
        ({}, 403),
    ],
    ids=str,
)
def test_only_the_desk_of_its_area_enters(as_: As, who: dict[str, Any], status: int) -> None:
    client = as_("iemand", **who)
    assert client.get(FORM).status_code == status
    if status != 200:
        assert client.post(FORM, {}).status_code == status
    assert not Listing.objects.exists()


def test_what_lies_elsewhere_is_not_found(as_: As) -> None:
    assert as_("greet", catalyst=ELSEWHERE).get(f"{DESK}?q=codeclub").context["results"] == []
    assert [it.ref for it in as_("vic", programme_manager="").get(f"{DESK}?q=codeclub").context["results"]] == [CLUB]


@pytest.mark.parametrize(
    "wrong",
    [
        {"toestemming": ""},
        {"toestemming": "gedachten"},
        {"toestemming_op": ""},
        {"toestemming_op": (clock.today() + timedelta(days=1)).isoformat()},
        {"titel": ""},
        {"aantal": "0"},
    ],
    ids=str,
)
def test_without_consent_or_a_fact_nothing_is_kept_and_all_that_was_typed_stays(as_: As, wrong: dict[str, str]) -> None:
    greet = as_("greet", catalyst=HERE)
    answer = greet.post(FORM, typed(greet, tekst="Woorden die blijven", **wrong))
    assert answer.status_code == 422
    assert "Woorden die blijven" in answer.content.decode()
    assert not Listing.objects.exists()


def test_the_page_asks_less_than_the_organisation_itself_may_say(as_: As) -> None:
    greet = as_("greet", catalyst=HERE)
    noor = as_("noor", administrator=CLUB)
    whole = noor.get(f"/organisaties/{CLUB}/vraag-en-aanbod/nieuw/?kant=aangeboden&soort=workshop-of-traject").context[
        "form"
    ]
    short = greet.get(FORM).context["form"]
    assert set(short.fields) - {"toestemming", "toestemming_op"} < set(whole.fields)


def test_the_desk_changes_what_is_open_in_its_area_and_the_organisation_hears_it(as_: As) -> None:
    row = opened()
    as_("noor", administrator=SCHOOL)
    greet = as_("greet", catalyst=HERE)
    url = f"/vraag-en-aanbod/{row.ref}/"
    assert greet.post(url, {"stap": "pauzeer", "versie": 1}).status_code == 302
    assert Message.objects.filter(recipient="noor@example.net").count() == 1
    assert as_("jan", catalyst=ELSEWHERE).post(url, {"stap": "heropen", "versie": 2}).status_code == 403
    row.refresh_from_db()
    assert (row.state, row.title) == ("paused", NEED.title)


def test_the_invented_may_be_entered_too_and_stays_invented(as_: As) -> None:
    gent = as_("greet", catalyst=ELSEWHERE)
    url = f"{DESK}?organisatie={INVENTED}&kant=gevraagd&soort=gastles"
    form = gent.get(url).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() not in (None, "", False, [])}
    assert gent.post(url, {**data, "titel": "Verzonnen"}).status_code == 302
    row = Listing.objects.get()
    assert row.is_fictional
    assert row.ref.startswith("demo-")
