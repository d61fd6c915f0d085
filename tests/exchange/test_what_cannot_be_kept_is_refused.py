"""Everything that can be wrong with a need or an offer, each with its own ground and one sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from fair import NEED, OFFER, ON

from wortel.exchange.domain.wanted import faults
from wortel.exchange.wording import SENTENCES, say

WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"kind": "party"}, "kind", "unknown_kind"),
    ({"side": "both"}, "kind", "unknown_kind"),
    ({"title": " "}, "title", "no_title"),
    ({"title": "x" * 121}, "title", "too_long"),
    ({"text": "a\x00b"}, "text", "unwritable"),
    ({"themes": ("alchemy",)}, "themes", "unknown_word"),
    ({"languages": ("klingon",)}, "languages", "unknown_word"),
    ({"moments": ("tue_night",)}, "moments", "unknown_word"),
    ({"visibility": "all"}, "visibility", "unknown_word"),
    ({"quantity": 0}, "quantity", "not_between"),
    ({"quantity": -2}, "quantity", "not_between"),
    ({"quantity": 1_001}, "quantity", "not_between"),
    ({"group_size": 0}, "group_size", "not_between"),
    ({"per_week": -1}, "per_week", "not_between"),
    ({"age_from": 14, "age_to": 14}, "age_to", "ages_reversed"),
    ({"age_from": 1}, "age_from", "not_between"),
    ({"first_on": date(2027, 4, 1)}, "end_on", "period_reversed"),
    ({"end_on": date(2031, 1, 1)}, "end_on", "period_too_long"),
    ({"first_on": date(2025, 9, 1), "end_on": date(2026, 7, 1)}, "end_on", "period_over"),
    ({"lat": None}, "place", "no_place"),
    ({"nis": ""}, "place", "no_place"),
    ({"lat": 48.85, "lon": 2.35}, "place", "far_away"),
    ({"lat": float("nan")}, "place", "far_away"),
    ({"range_km": -1.0}, "range", "not_between"),
    ({"range_km": float("nan")}, "range", "not_between"),
    ({"range_km": float("inf")}, "range", "not_between"),
    ({"travel_mode": "rocket"}, "range", "unknown_word"),
    ({"travel_minutes": 0}, "range", "not_between"),
]


@pytest.mark.parametrize(("change", "field", "key"), WRONG, ids=str)
def test_it_says_what_is_wrong_and_where(change: dict[str, Any], field: str, key: str) -> None:
    (fault, *_) = faults(replace(NEED, **change), ON)
    assert (fault.field, fault.reason.key) == (field, f"exchange.{key}")
    assert fault.reason.key in SENTENCES
    assert "%(" not in say(fault.reason)


def test_an_offer_says_how_far_and_a_need_need_not() -> None:
    assert [it.reason.key for it in faults(replace(OFFER, range_km=None), ON)] == ["exchange.say_how_far"]
    assert faults(NEED, ON) == faults(OFFER, ON) == ()


def test_the_last_day_still_counts() -> None:
    assert faults(replace(NEED, first_on=ON, end_on=ON + timedelta(days=1)), ON) == ()
    assert faults(replace(NEED, first_on=ON - timedelta(days=1), end_on=ON), ON) != ()


def test_all_that_is_wrong_is_said_at_once() -> None:
    assert {it.field for it in faults(replace(NEED, title="", quantity=0, lat=None), ON)} == {
        "title",
        "quantity",
        "place",
    }
