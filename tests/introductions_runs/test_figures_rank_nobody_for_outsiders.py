"""The page of figures: definitions and totals for everyone; names of who was never asked only for the desk."""

from __future__ import annotations

import csv
import json
from typing import Any

import pytest
from django.test import Client
from listings import AT, need, offer, ran
from test_the_desk_shows_each_what_is_theirs import gangmaker

from wortel.actors.models import Actor
from wortel.introductions.models import Introduction
from wortel.shell import clock

pytestmark = pytest.mark.django_db
FIGURES = "/regios/REFREG13/balie/cijfers/"


@pytest.fixture(autouse=True)
def _world(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)
    Actor.objects.create(
        ref="org-of-quiet", name="Stille Werkplaats", kind="association", sector="society", status="active",
        sources="|lijst|", nis="44021", region="REFREG13", province="40000", updated_at=AT,
    )  # fmt: skip
    for nth in range(6):
        need(f"n{nth}", themes=["energy"])
    offer("asked", quantity=6, first_on=AT.date())
    offer("quiet", themes=["water"], first_on=AT.date())
    ran()


def test_everyone_reads_how_many_were_never_asked_and_only_the_desk_who() -> None:
    text = Client().get(FIGURES).content.decode()
    assert "nog nooit gevraagd: 1" in text
    assert "Stille Werkplaats" not in text
    assert "Stille Werkplaats" in gangmaker().get(FIGURES).content.decode()
    assert "Stille Werkplaats" not in gangmaker("REFREG03").get(FIGURES).content.decode()


def test_the_answer_says_asked_filled_and_unknown() -> None:
    Introduction.objects.update(state="done", need_agreed_at=AT, offer_agreed_at=AT)
    text = Client().get(FIGURES).content.decode()
    assert "Van de 6 keer dat iets gevraagd werd" in text
    assert "Zo is geteld" in text


def test_the_same_figures_as_csv_and_json() -> None:
    rows = list(csv.reader(read(Client().get(FIGURES + "?vorm=csv")).decode("utf-8-sig").splitlines()))
    head = next(row for row in rows if row and row[0] == "per")
    assert head[:7] == ["per", "code", "naam", "gevraagd", "gevuld", "onbekend", "aandeel_gevuld"]
    told = json.loads(read(Client().get(FIGURES + "?vorm=json")))
    assert {"per": "gemeente", "code": "44021", "naam": "Gent", "gevraagd": 6}.items() <= told["rows"][-1].items()


def test_a_year_before_anything_was_asked_is_refused_with_a_way_out() -> None:
    assert Client().get(FIGURES + "?jaar=2019").status_code == 422
    assert Client().get("/cijfers/vraag-en-aanbod/?jaar=2026").status_code == 200


def test_what_people_chose_is_for_who_follows_the_programme_up() -> None:
    assert gangmaker().get("/cijfers/vraag-en-aanbod/keuzes/").status_code == 403


def read(answer: Any) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content
