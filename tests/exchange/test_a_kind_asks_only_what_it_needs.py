"""Each kind asks its own questions and no other; what the form begins with can be kept as it is."""

from __future__ import annotations

import pytest
from fair import ON

from wortel.exchange.domain.kinds import AGES, BOTH, KINDS, NOBODY, RANGE, Kind, kinds_for
from wortel.exchange.domain.words import NEED, OFFER
from wortel.exchange.form_starts import Home, fresh
from wortel.exchange.forms import _ASKED, ListingForm

HOME = Home("Balen", "13003", 51.168, 5.17)
ALWAYS = {"titel", "tekst", "aantal", "periode", "van", "tot", "plaats", "zichtbaar", "versie"}
EVERY = pytest.mark.parametrize(("kind", "side"), [(kind, side) for kind in KINDS for side in (NEED, OFFER)])


def filled(kind: Kind, side: str, **other: object) -> ListingForm:
    """The form as it begins, sent back with a title."""
    start = {key: value for key, value in fresh(kind, side, HOME, ON).items() if value not in (None, [])}
    return ListingForm(kind, side, HOME, ON, {**start, "titel": "Iets", **other})


@EVERY
def test_the_form_has_the_controls_of_its_questions_and_no_other(kind: Kind, side: str) -> None:
    form = ListingForm(kind, side, HOME, ON)
    asked = {name for question in kind.asks(side) for name in _ASKED[question](form)}
    assert set(form.fields) == ALWAYS | asked


@EVERY
def test_every_control_stands_in_exactly_one_part_of_the_page(kind: Kind, side: str) -> None:
    form = ListingForm(kind, side, HOME, ON)
    shown = [field.name for section in form.sections() for field in section.fields]
    assert sorted([*shown, "versie"]) == sorted(form.fields)


@EVERY
def test_what_the_form_begins_with_can_be_kept(kind: Kind, side: str) -> None:
    form = filled(kind, side)
    assert form.is_valid(), form.errors
    wanted = form.cleaned_data["wanted"]
    assert (wanted.kind, wanted.side, wanted.nis) == (kind.key, side, "13003")
    assert side == NEED or wanted.range_km is not None, "an offer always says how far"


def test_there_are_the_fourteen_kinds_of_the_programme() -> None:
    assert len({kind.key for kind in KINDS}) == len({kind.label for kind in KINDS}) == 14


def test_every_offer_says_how_far_and_a_need_only_where_it_may_travel() -> None:
    for kind in KINDS:
        assert RANGE in kind.offers
        assert (RANGE in kind.needs) == (kind.moves(NEED)), kind.key
        assert kind.travels in (NEED, OFFER, BOTH, NOBODY)


def test_a_kind_that_asks_for_ages_knows_the_usual_ones() -> None:
    assert [kind.key for kind in KINDS if (AGES in kind.needs) != (kind.ages is not None)] == []


def test_one_stage_ticked_on_a_need_is_that_stage_alone_and_none_is_what_is_usual() -> None:
    lesson = next(kind for kind in KINDS if kind.key == "guest_lesson")
    ticked, empty = filled(lesson, NEED, fases=["graad3"]), filled(lesson, NEED)
    assert ticked.is_valid()
    assert empty.is_valid()
    told = [form.cleaned_data["wanted"] for form in (ticked, empty)]
    assert [(it.age_from, it.age_to) for it in told] == [(16, 19), lesson.ages]


def test_what_is_usual_for_a_sector_comes_first() -> None:
    assert kinds_for("enterprise", OFFER)[0].key == "guest_lesson"
    assert {kind.key for kind in kinds_for("government", OFFER)[:5]} >= {"room", "transport"}
    assert len(kinds_for("", NEED)) == len(KINDS)
