"""One button makes a draft with the dates of this year, and says what it repeats."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from fair import AT, BY, FIRM, OFFER, SCHOOL, actor, opened

from wortel.exchange.actions.repeat_listing import repeat_listing
from wortel.exchange.models import Listing

pytestmark = pytest.mark.usefixtures("actors")


def of_last_year() -> Listing:
    row = opened(FIRM, OFFER, moments=("tue_evening",), travel_mode="bike", travel_minutes=30)
    Listing.objects.filter(pk=row.pk).update(first_on=date(2025, 9, 1), end_on=date(2026, 7, 1), state="closed")
    return row


def test_all_is_kept_but_the_dates_move_by_whole_years() -> None:
    old = of_last_year()
    row, is_new = repeat_listing(BY, actor(FIRM), old.ref, AT)
    assert is_new
    assert (row.state, row.same_as, row.version) == ("draft", old.ref, 1)
    assert (row.first_on, row.end_on) == (date(2026, 9, 1), date(2027, 7, 1))
    assert (row.title, row.moments, row.travel_minutes, row.quantity) == (old.title, ["tue_evening"], 30, 6)


def test_pressed_twice_it_is_one_draft() -> None:
    old = of_last_year()
    first, _ = repeat_listing(BY, actor(FIRM), old.ref, AT)
    again, is_new = repeat_listing(BY, actor(FIRM), old.ref, AT)
    assert (again.ref, is_new) == (first.ref, False)
    assert Listing.objects.count() == 2


def test_the_button_leads_to_the_form_with_everything_in_it(as_: Callable[..., Client]) -> None:
    old, ria = of_last_year(), as_("ria", editor=FIRM)
    url = f"/vraag-en-aanbod/{old.ref}/"
    assert "Zelfde als vorig jaar" in ria.get(url).content.decode()
    answer = ria.post(url, {"stap": "herhaal", "versie": 1}, follow=True)
    form = answer.context["form"]
    assert (form["titel"].value(), form["van"].value(), form["tot"].value()) == (
        OFFER.title,
        date(2026, 9, 1),
        date(2027, 6, 30),
    )


def test_a_draft_is_not_repeated_and_a_stranger_repeats_nothing(as_: Callable[..., Client]) -> None:
    old = opened()
    Listing.objects.filter(pk=old.pk).update(state="draft")
    url = f"/vraag-en-aanbod/{old.ref}/"
    assert as_("noor", editor=SCHOOL).post(url, {"stap": "herhaal", "versie": 1}).status_code == 422
    assert Client().post(url, {"stap": "herhaal", "versie": 1}).status_code == 302
    assert Listing.objects.count() == 1


def test_what_was_repeated_opens_again_only_when_the_repetition_is_closed(as_: Callable[..., Client]) -> None:
    old, ria = opened(FIRM, OFFER), as_("ria", editor=FIRM)
    url = f"/vraag-en-aanbod/{old.ref}/"
    ria.post(url, {"stap": "herhaal", "versie": 1})
    draft = Listing.objects.get(same_as=old.ref)
    ria.post(f"/vraag-en-aanbod/{draft.ref}/", {"stap": "sluit", "versie": 1})
    again, is_new = repeat_listing(BY, actor(FIRM), old.ref, AT)
    assert is_new
    answer = ria.post(f"/vraag-en-aanbod/{draft.ref}/", {"stap": "heropen", "versie": 2})
    assert answer.status_code == 422
    assert "al herhaald" in answer.content.decode()
    assert again.state == "draft"
