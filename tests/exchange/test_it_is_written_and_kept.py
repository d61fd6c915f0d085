"""One page to write it, as draft or open at once; change, pause, close, reopen; what is wrong keeps what was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from fair import FIRM, NEED, SCHOOL, opened

from wortel.exchange.models import Listing
from wortel.trail.models import Entry

pytestmark = pytest.mark.usefixtures("actors")
As = Callable[..., Client]
LESSON = f"/organisaties/{SCHOOL}/vraag-en-aanbod/nieuw/?kant=gevraagd&soort=gastles"
VISIT = f"/organisaties/{FIRM}/vraag-en-aanbod/nieuw/?kant=aangeboden&soort=bedrijfsbezoek"


def typed(client: Client, url: str, **other: Any) -> dict[str, Any]:
    form = client.get(url).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() not in (None, "", False, [])}
    return {**data, "titel": "Een gastles op dinsdagavond", **other}


def test_a_teacher_asks_a_lesson_on_a_tuesday_evening(as_: As) -> None:
    tine = as_("tine", editor=SCHOOL)
    dates = {"periode": "data", "van": "2027-01-05", "tot": "31/03/2027"}
    answer = tine.post(LESSON, typed(tine, LESSON, momenten=["tue_evening"], fases=["graad1"], **dates))
    assert answer.status_code == 302
    row = Listing.objects.get()
    assert (row.state, row.moments, row.age_from, row.age_to) == ("open", ["tue_evening"], 12, 14)
    assert (row.first_on, row.end_on, row.nis) == (date(2027, 1, 5), date(2027, 4, 1), "13003")
    assert Entry.objects.get(verb="listing.opened").concerns == SCHOOL
    assert "dinsdag avond" in Client().get(answer["Location"]).content.decode()


def test_a_company_offers_six_visits_from_thirty_minutes_by_bike(as_: As) -> None:
    ria = as_("ria", administrator=FIRM)
    assert ria.post(VISIT, typed(ria, VISIT, aantal="6", bereik="30", hoever="bike")).status_code == 302
    row = Listing.objects.get()
    assert (row.quantity, row.travel_mode, row.travel_minutes, row.range_km) == (6, "bike", 30, 6.0)


def test_a_draft_is_seen_by_its_own_only_until_it_is_opened(as_: As) -> None:
    tine = as_("tine", editor=SCHOOL)
    tine.post(LESSON, typed(tine, LESSON, ontwerp=""))
    row = Listing.objects.get()
    assert row.state == "draft"
    url = f"/vraag-en-aanbod/{row.ref}/wijzig/"
    tine.post(url, typed(tine, url, ontwerp=""))
    assert Listing.objects.get().state == "draft"
    tine.post(url, typed(tine, url, versie="2"))
    row.refresh_from_db()
    assert (row.state, row.version) == ("open", 3)


WRONG: list[tuple[dict[str, Any], str]] = [
    ({"titel": ""}, "Vul dit in."),
    ({"plaats": "Nergenshuizen"}, "We kennen geen gemeente"),
    ({"plaats": "Meschelen"}, "Bedoel je"),
    ({"plaats": ""}, "Zonder plaats"),
    ({"periode": "data"}, "Kies een dag"),
    ({"periode": "data", "van": "2027-03-01", "tot": "2027-02-01"}, "staat omgekeerd"),
    ({"periode": "data", "van": "2025-03-01", "tot": "2025-04-01"}, "al voorbij"),
    ({"periode": "data", "van": "morgen", "tot": "2025-04-01"}, "Schrijf een dag"),
    ({"aantal": "-3"}, "Kies een getal vanaf 1."),
    ({"aantal": "veel"}, "geheel getal"),
    ({"van_jaar": "14", "tot_jaar": "12"}, "leeftijden staan omgekeerd"),
    ({"themas": ["alchemie"]}, "geen keuze"),
    ({"zichtbaar": "maan"}, "geen keuze"),
    ({"tekst": "x" * 2_001}, "hoogstens 2000 tekens"),
]


@pytest.mark.parametrize(("change", "said"), WRONG, ids=str)
def test_what_is_wrong_is_said_once_and_nothing_typed_is_lost(as_: As, change: dict[str, Any], said: str) -> None:
    tine = as_("tine", editor=SCHOOL)
    answer = tine.post(LESSON, typed(tine, LESSON, voorwaarden="Blijft staan", **change))
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Blijft staan" in page
    if said not in ("hoogstens 2000 tekens",):
        assert said in page
    assert not Listing.objects.exists()


def test_too_many_at_once_is_refused(as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "wortel.kernel.rulebook.Rulebook.number", lambda _self, key, _on: 1 if key == "most_open" else 15
    )
    tine = as_("tine", editor=SCHOOL)
    assert tine.post(LESSON, typed(tine, LESSON)).status_code == 302
    answer = tine.post(LESSON, typed(tine, LESSON))
    assert answer.status_code == 422
    assert "Er staan al 1 vragen" in answer.content.decode()


def test_pause_reopen_and_close_with_the_reason(as_: As) -> None:
    row, tine = opened(), as_("tine", editor=SCHOOL)
    url = f"/vraag-en-aanbod/{row.ref}/"
    for word, version, state in (("pauzeer", 1, "paused"), ("heropen", 2, "open"), ("sluit", 3, "closed")):
        assert tine.post(url, {"stap": word, "versie": version, "reden": "We vonden iemand"}).status_code == 302
        row.refresh_from_db()
        assert row.state == state
    assert row.closed_why == "We vonden iemand"
    assert row.closed_at is not None
    verbs = set(Entry.objects.filter(thing=f"listing:{row.ref}").values_list("verb", flat=True))
    assert verbs == {"listing.opened", "listing.paused", "listing.reopened", "listing.closed"}


def test_what_is_over_does_not_open_again(as_: As) -> None:
    row, tine = opened(), as_("tine", editor=SCHOOL)
    Listing.objects.filter(pk=row.pk).update(state="closed", first_on=date(2025, 1, 1), end_on=date(2025, 2, 1))
    answer = tine.post(f"/vraag-en-aanbod/{row.ref}/", {"stap": "heropen", "versie": 1})
    assert answer.status_code == 422
    assert "Zelfde als vorig jaar" in answer.content.decode()


@pytest.mark.parametrize(
    "data", [{}, {"stap": "verkoop"}, {"stap": "sluit", "versie": "x", "reden": "y" * 301}], ids=str
)
def test_odd_buttons_do_nothing(as_: As, data: dict[str, str]) -> None:
    row, tine = opened(), as_("tine", editor=SCHOOL)
    assert tine.post(f"/vraag-en-aanbod/{row.ref}/", data).status_code == 422
    row.refresh_from_db()
    assert (row.state, row.version, row.title) == ("open", 1, NEED.title)
