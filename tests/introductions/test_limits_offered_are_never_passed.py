"""A company that offers six visits is never asked a seventh time: not by turns, not at once, not after an edit."""

from __future__ import annotations

import contextlib
import os
import random
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from world_of_two import (
    AT,
    BRAM,
    BY,
    DAY,
    FIRM,
    HOLIDAY,
    NOOR,
    RIVAL,
    SCHOOL,
    in_contact,
    listing,
    plan_at_once,
    proposal,
    propose_at_once,
)

from wortel.exchange.public import Listing
from wortel.introductions.actions.answer import agree, decline
from wortel.introductions.actions.plan import plan
from wortel.introductions.actions.record_elsewhere import record_elsewhere
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.limits import Side, may_bring_together, may_plan, week_of
from wortel.introductions.domain.states import STANDING
from wortel.introductions.models import Introduction
from wortel.introductions.public import open_pairs, past_pairs, taken
from wortel.trail.public import By

pytestmark = pytest.mark.django_db
NEEDS = tuple(f"vraag-{number}" for number in range(9))


def standing(offer: str) -> int:
    return Introduction.objects.filter(offer=offer, state__in=STANDING).count()


def six_visits() -> None:
    listing("zes", "offer", FIRM, quantity=6)
    for ref in NEEDS:
        listing(ref, "need", SCHOOL)


def test_a_seventh_is_refused_and_says_why(two: None) -> None:
    six_visits()
    for ref in NEEDS[:6]:
        proposal(need=ref, offer="zes")
    with pytest.raises(IntroductionRefused) as refused:
        proposal(need=NEEDS[6], offer="zes")
    assert refused.value.reason.key == "introductions.offer_full"
    assert dict(refused.value.reason.parameters) == {"quantity": 6, "taken": 6}
    assert taken(["zes"]) == {"zes": 6}


def test_neither_is_what_was_agreed_elsewhere(two: None) -> None:
    proposal()
    listing("andere", "need", SCHOOL)
    with pytest.raises(IntroductionRefused, match="offer_full"):
        record_elsewhere(NOOR, "andere", "aanbod", HOLIDAY, AT)


def test_a_place_that_comes_free_can_be_given_again(two: None) -> None:
    row = proposal()
    decline(BRAM, row.ref, "offer", row.version, "no_time", "", AT)
    listing("andere", "need", SCHOOL)
    assert proposal(need="andere").state == "proposed"


def test_an_edit_below_what_stands_stops_new_ones_until_it_is_below(two: None) -> None:
    six_visits()
    rows = [proposal(need=ref, offer="zes") for ref in NEEDS[:4]]
    Listing.objects.filter(ref="zes").update(quantity=3)
    with pytest.raises(IntroductionRefused, match="offer_full"):
        proposal(need=NEEDS[4], offer="zes")
    decline(BRAM, rows[0].ref, "offer", rows[0].version, "no_time", "", AT)
    with pytest.raises(IntroductionRefused, match="offer_full"):
        proposal(need=NEEDS[4], offer="zes")
    decline(BRAM, rows[1].ref, "offer", rows[1].version, "no_time", "", AT)
    assert standing("zes") == 2
    assert proposal(need=NEEDS[4], offer="zes").state == "proposed"


def test_a_need_gets_no_more_than_it_asks(two: None) -> None:
    listing("nog-een", "offer", RIVAL)
    proposal()
    with pytest.raises(IntroductionRefused, match="need_full"):
        proposal(offer="nog-een")


@pytest.mark.parametrize("seed", range(4))
def test_whatever_people_do_the_limit_holds(two: None, seed: int) -> None:
    """Sixty random moves: proposals, yes, no, edits. After each, an offer stands at most as often as it may, unless it
    was lowered, and then nothing is added."""
    six_visits()
    dice, most = random.Random(seed), 6
    for _ in range(60):
        before = standing("zes")
        move = dice.random()
        rows = list(Introduction.objects.filter(offer="zes", state__in=("proposed", "read")))
        if move < 0.1:
            most = dice.randint(1, 6)
            Listing.objects.filter(ref="zes").update(quantity=most)
        elif move < 0.35 and rows:
            row = dice.choice(rows)
            decline(BRAM, row.ref, "offer", row.version, "no_time", "", AT)
        elif move < 0.5 and rows:
            row = dice.choice(rows)
            if row.need_agreed_at is None:
                agree(NOOR, row.ref, "need", row.version, AT)
        else:
            with contextlib.suppress(IntroductionRefused):
                proposal(need=dice.choice(NEEDS), offer="zes")
        assert standing("zes") <= max(most, before)


@given(quantity=st.integers(1, 9), given_away=st.integers(0, 12), is_open=st.booleans(), is_agreed=st.booleans())
@settings(deadline=None)
def test_room_is_what_is_left(quantity: int, given_away: int, is_open: bool, is_agreed: bool) -> None:
    on = AT.date()

    def side(name: str, actor: str, *, quantity: int, taken: int, is_open: bool) -> Side:
        return Side(name, name, "guest_lesson", actor, quantity, taken, on, on + DAY, is_open, False)

    need = side("need", "a", quantity=1, taken=0, is_open=True)
    offer = side("offer", "b", quantity=quantity, taken=given_away, is_open=is_open)
    verdict = may_bring_together(need, offer, on, is_agreed=is_agreed)
    assert bool(verdict) == (given_away < quantity and (is_open or is_agreed))


def test_a_week_that_is_full_takes_no_day(two: None) -> None:
    row = in_contact()
    Listing.objects.filter(ref="aanbod").update(per_week=1, quantity=3)
    listing("tweede", "need", SCHOOL)
    record_elsewhere(NOOR, "tweede", "aanbod", HOLIDAY, AT)
    with pytest.raises(IntroductionRefused, match="week_full"):
        plan(NOOR, row.ref, "need", row.version, HOLIDAY + DAY, AT)
    assert plan(NOOR, row.ref, "need", row.version, HOLIDAY + 7 * DAY, AT).state == "confirmed"


def test_planning_again_in_its_own_week_counts_itself_once(two: None) -> None:
    row = in_contact()
    Listing.objects.filter(ref="aanbod").update(per_week=1)
    row = plan(NOOR, row.ref, "need", row.version, HOLIDAY, AT)
    assert plan(BRAM, row.ref, "offer", row.version, HOLIDAY + DAY, AT).planned_on == HOLIDAY + DAY


@given(day=st.dates(), shift=st.integers(-10, 10))
def test_a_week_is_monday_to_sunday(day: object, shift: int) -> None:
    from datetime import date

    assert isinstance(day, date)
    day = min(max(day, date(1000, 1, 1)), date(9000, 1, 1))
    start, end = week_of(day)
    assert (start.weekday(), end - start) == (0, timedelta(days=7))
    assert start <= day < end
    other = day + timedelta(days=shift)
    assert (week_of(other) == week_of(day)) == (start <= other < end)


def test_a_day_outside_the_period_is_refused() -> None:
    on = AT.date()
    offer = Side("o", "offer", "guest_lesson", "b", 3, 0, on, on + 10 * DAY, True, False)
    assert may_plan(offer, on, ())
    assert may_plan(offer, on + 9 * DAY, ())
    assert not may_plan(offer, on + 10 * DAY, ())
    assert not may_plan(offer, on - DAY, ())


@pytest.mark.parametrize(
    ("need", "offer", "why"),
    [
        ("aanbod", "vraag", "two_of_a_side"), ("vraag", "vraag", "two_of_a_side"), ("vraag", "nergens", "no_such"),
        ("vraag", "demo-aanbod", "other_world"), ("vraag", "eigen", "same_organisation"),
        ("vraag", "bezoek", "other_kind"), ("vraag", "dicht", "offer_not_open"), ("vraag", "oud", "offer_not_open"),
    ],
)  # fmt: skip
def test_two_that_cannot_go_together_are_refused(two: None, need: str, offer: str, why: str) -> None:
    listing("demo-aanbod", "offer", "demo-x")
    listing("eigen", "offer", SCHOOL)
    listing("bezoek", "offer", FIRM, kind="company_visit")
    listing("dicht", "offer", FIRM, state="closed")
    listing("oud", "offer", FIRM, end_on=AT.date())
    with pytest.raises(IntroductionRefused, match=why):
        proposal(need=need, offer=offer)
    assert not Introduction.objects.exists()


def test_a_pair_stands_open_once(two: None) -> None:
    Listing.objects.update(quantity=5)
    proposal()
    with pytest.raises(IntroductionRefused, match="together_already"):
        proposal()
    assert open_pairs() == {("vraag", "aanbod")}
    row = Introduction.objects.get()
    row.pk, row.ref = None, "tweede"
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


def test_a_pair_that_ended_is_past(two: None) -> None:
    row = proposal()
    decline(BRAM, row.ref, "offer", row.version, "no_time", "", AT)
    assert (open_pairs(), past_pairs()) == (frozenset(), {("vraag", "aanbod")})


@pytest.mark.parametrize("state", ["in_contact", "confirmed", "done"])
def test_no_row_is_in_contact_without_two_agreements(two: None, state: str) -> None:
    row = proposal()
    with pytest.raises(IntegrityError), transaction.atomic():
        Introduction.objects.filter(pk=row.pk).update(state=state, need_agreed_at=AT)


def test_who_asks_for_another_is_refused(two: None) -> None:
    with pytest.raises(IntroductionRefused, match="not_yours"):
        proposal("direct", By("page", "samira", RIVAL))
    assert BY.organisation == ""


AT_ONCE = """
from wortel.site.cli.main import open_django; open_django()
from wortel.site import installation; installation.make_tables()
import world_of_two
world_of_two.settle_actors(); world_of_two.settle_people()
print(world_of_two.{call})
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("call", "fits"), [("propose_at_once(14, 6)", 6), ("plan_at_once(8, 2)", 2)])
def test_many_at_once_do_not_pass_it(call: str, fits: int, tmp_path: Path) -> None:
    """Each in a thread of its own, on one offer. SQLite in memory locks whole tables, as no installation does: there
    they get a file of their own."""
    if connection.vendor == "sqlite":
        names = {**os.environ, "WORTEL_DATA": str(tmp_path), "PYTHONPATH": str(Path(__file__).parent)}
        names.pop("DJANGO_SETTINGS_MODULE", None)
        code = AT_ONCE.format(call=call)
        made = subprocess.run([sys.executable, "-c", code], env=names, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
        assert int(made.stdout) == fits
    else:
        name, _, counts = call.rstrip(")").partition("(")
        writers, most = (int(text) for text in counts.split(","))
        assert {"propose_at_once": propose_at_once, "plan_at_once": plan_at_once}[name](writers, most) == fits
