"""What people wrote with an introduction goes two years after it ended; what is going on, and the figures, stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from world_of_two import AT, BRAM, BY, NOOR, proposal

from wortel.introductions.actions.answer import decline
from wortel.introductions.actions.give_feedback import give_feedback
from wortel.introductions.actions.record_elsewhere import record_elsewhere
from wortel.introductions.domain.feedback import Said
from wortel.introductions.models import Feedback, Step
from wortel.privacy.public import sweep_words
from wortel.trail.models import Entry

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("two")]
TWO_YEARS = timedelta(days=733)


def test_words_of_a_refusal_go_after_two_years_and_once() -> None:
    row = proposal()
    decline(BRAM, row.ref, "offer", row.version, "other", "An is ziek", AT)
    assert sweep_words(BY, AT + TWO_YEARS - timedelta(days=10)) == 0
    assert Step.objects.filter(text="An is ziek").exists()
    assert [sweep_words(BY, AT + TWO_YEARS), sweep_words(BY, AT + TWO_YEARS)] == [1, 0]
    assert Step.objects.filter(step="refused", text="").exists()
    entries = Entry.objects.filter(verb="introductions.forgotten")
    assert [entry.thing for entry in entries] == ["introductions:*"]


def test_words_said_afterwards_go_and_the_figures_stay() -> None:
    row = record_elsewhere(NOOR, "vraag", "aanbod", (AT - timedelta(days=1)).date(), AT)
    give_feedback(NOOR, row.ref, "need", Said(happened=True, worked=4, text="An deed het goed"), AT)
    assert sweep_words(BY, AT + TWO_YEARS) == 1
    assert list(Feedback.objects.values_list("worked", "text")) == [(4, "")]


def test_what_is_still_going_on_keeps_its_words() -> None:
    row = proposal()
    Step.objects.filter(introduction=row).update(text="Graag")
    assert sweep_words(BY, AT + TWO_YEARS) == 0
