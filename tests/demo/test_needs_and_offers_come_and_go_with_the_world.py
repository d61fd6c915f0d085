"""Needs, offers and introductions of the demo in a database: put by their rooms, gone with the world."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from wortel.demo.domain.exchange_stories import SEVENTH, VISIT
from wortel.demo.domain.listing_rows import ref_of
from wortel.demo.public import Size, build_world, remove_world, seek_matches, settle_people
from wortel.exchange.public import Listing
from wortel.introductions.public import (
    Feedback,
    Introduction,
    IntroductionRefused,
    PutIntroduction,
    Run,
    Standing,
    Step,
    propose,
    put_introductions,
)
from wortel.post.models import Message
from wortel.trail.public import By

BY = By.command("tests")
AT = datetime(2026, 11, 22, 12, tzinfo=ZoneInfo("Europe/Brussels"))
LIVES = (Listing, Introduction, Step, Feedback, Run, Standing)
pytestmark = pytest.mark.django_db


@pytest.fixture
def built() -> None:
    build_world(BY, Size.S, 1, AT, lambda line: None)


def test_all_of_it_is_fictional_and_hangs_on_fiction(built: None) -> None:
    assert Listing.objects.count() > 45
    assert Introduction.objects.count() > 8
    assert not Listing.objects.filter(is_fictional=False).exists()
    assert not Introduction.objects.filter(is_fictional=False).exists()
    assert not Listing.objects.exclude(actor__startswith="demo-").exists()
    assert all(ref.startswith("demo-") for ref in Introduction.objects.values_list("ref", flat=True))


def test_each_introduction_has_every_step_on_its_way(built: None) -> None:
    for row in Introduction.objects.all():
        steps = list(Step.objects.filter(introduction=row).order_by("pk"))
        assert (steps[0].step, steps[-1].state) == ("proposed", row.state)
        assert [step.at for step in steps] == sorted(step.at for step in steps)
        assert steps[-1].at <= AT


def test_what_waits_for_an_answer_does_not_lapse_on_the_first_day(built: None) -> None:
    for row in Introduction.objects.filter(state__in=("proposed", "read", "in_contact")):
        assert row.expires_at > AT


def test_building_sends_nobody_a_mail(built: None) -> None:
    assert not Message.objects.exists()


def test_a_seventh_visit_is_refused(built: None) -> None:
    with pytest.raises(IntroductionRefused) as refused:
        propose(BY, ref_of(SEVENTH), ref_of(VISIT), origin="desk", at=AT)
    assert refused.value.reason.key == "introductions.offer_full"
    again = PutIntroduction("demo-zevende", ref_of(SEVENTH), ref_of(VISIT), "desk", "desk", AT)
    with pytest.raises(IntroductionRefused):
        put_introductions(BY, [again], AT)


def test_the_engine_looks_once_and_tells_the_people_of_the_stories(built: None) -> None:
    settle_people(BY, AT)
    assert seek_matches(BY, AT) > 0
    assert seek_matches(BY, AT + timedelta(days=1)) == 0
    assert Standing.objects.exists()
    assert "samira@example.org" in set(Message.objects.values_list("recipient", flat=True))


def test_all_of_it_goes_with_the_world(built: None) -> None:
    seek_matches(BY, AT)
    remove_world(BY, AT)
    assert {model.__name__: model.objects.count() for model in LIVES} == {model.__name__: 0 for model in LIVES}


def test_without_a_world_there_is_nothing_to_seek() -> None:
    assert seek_matches(BY, AT) == 0
    assert not Run.objects.exists()
