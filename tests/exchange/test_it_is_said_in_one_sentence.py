"""The page of a need or an offer opens with who, what, about what, for whom, how often and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from fair import AT, BY, NEED, OFFER

from wortel.actors.public import Listed
from wortel.exchange.actions.keeping import new_row
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.models import Listing
from wortel.exchange.wording_sentence import entered, period, reach, sentence

SCHOOL = Listed(
    ref="a-school", name="De Voorbeeldschool", kind="school", sector="education", status="active", website="",
    is_claimed=True, is_fictional=False, sources=(), nis="13003", province="", region="", postcode="", place="",
    lat=None, lon=None, precision="", distance_km=None, id=1,
)  # fmt: skip


def row(wanted: Wanted, **other: Any) -> Listing:
    return new_row(BY, SCHOOL, wanted, AT, **other)


SAID: list[tuple[Wanted, str]] = [
    (
        NEED,
        "De Voorbeeldschool zoekt een gastles over energie voor 12- tot 14-jarigen, "
        "twee keer tussen januari en maart 2027.",
    ),
    (
        OFFER,
        "De Voorbeeldschool biedt een gastles aan over energie voor 12- tot 14-jarigen, "
        "hoogstens zes keer tussen januari en maart 2027.",
    ),
    (
        replace(NEED, kind="pupil_internship", themes=(), age_to=14, quantity=12),
        "De Voorbeeldschool zoekt een leerlingenstage voor de eerste graad secundair, "
        "12 plaatsen tussen januari en maart 2027.",
    ),
    (
        replace(
            NEED, kind="room", themes=("energy", "water", "coding", "space", "food"), age_from=2, age_to=26,
            quantity=1, first_on=date(2026, 9, 1), end_on=date(2027, 7, 1),
        ),
        "De Voorbeeldschool zoekt een ruimte of infrastructuur over energie, water, programmeren en "
        "2 andere thema’s, één keer in schooljaar 2026–2027.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "said"), SAID)
def test_all_of_it_stands_in_one_sentence(wanted: Wanted, said: str) -> None:
    assert sentence(row(wanted), SCHOOL.name) == said


def test_a_period_is_a_year_months_or_two_days() -> None:
    assert period(date(2027, 1, 1), date(2027, 2, 1)) == "in januari 2027"
    assert period(date(2027, 1, 5), date(2027, 1, 6)) == "op 5 januari 2027"
    assert period(date(2026, 12, 1), date(2027, 2, 1)) == "van 1 december 2026 tot en met 31 januari 2027"


def test_how_far_is_said_as_it_was_written() -> None:
    assert reach(row(NEED)) == ""
    assert reach(row(OFFER)) == "20 km in vogelvlucht"
    by_bike = replace(OFFER, range_km=6.0, travel_mode="bike", travel_minutes=30)
    assert reach(row(by_bike)) == "30 minuten met de fiets: ongeveer 6 km in vogelvlucht"
    assert reach(row(replace(OFFER, range_km=300.0))) == ""


def test_who_entered_it_is_said_only_when_that_was_another() -> None:
    assert entered(row(NEED), "") == ""
    by_phone = row(NEED, consent="phone", consent_on=date(2026, 11, 20))
    assert entered(by_phone, "") == (
        "Ingevoerd door de balie op 22 november 2026, met toestemming per telefoon op 20 november 2026."
    )
    waiting = row(NEED, entered_by="a-club", state="awaiting")
    assert entered(waiting, "Codeclub") == "Ingevoerd door Codeclub; de organisatie ging nog niet akkoord."
