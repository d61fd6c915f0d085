"""A run reads the open records, and writes proposals and how each need stands: all at once, or nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from listings import AT, BALEN, OOSTENDE, listing, need, offer, proposed, ran

from wortel.introductions.actions import end_run
from wortel.introductions.actions.ask_run import RunRefused, ask_run
from wortel.introductions.actions.begin_run import begin_run
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.models import Introduction, Run, Standing
from wortel.trail.models import Entry
from wortel.trail.public import By

pytestmark = pytest.mark.django_db


def test_the_best_whole_is_proposed_and_not_the_best_for_who_comes_first() -> None:
    need("a", themes=["energy"])
    need("b", themes=["energy", "water"])
    offer("only-energy", themes=["energy"])
    offer("both", themes=["energy", "water"])
    ran()
    assert proposed() == [("a", "only-energy"), ("b", "both")]


def test_a_proposal_says_why_how_far_and_from_which_run() -> None:
    need("n")
    offer("o")
    run = ran()
    row = Introduction.objects.get()
    assert (row.origin, row.run, row.km) == ("engine", run.ref, 0.0)
    assert [each["key"] for each in row.reasons][:2] == ["matching.themes", "matching.nearness"]
    assert row.reasons[0]["parameters"]["value"] == 1000
    assert run.figures["proposed"] == 1
    assert run.figures["is_optimal"]


def test_an_unfilled_need_says_why_and_the_nearest_change() -> None:
    need("n", at=BALEN)
    offer("o", range_km=60)
    ran()
    standing = Standing.objects.get(need="n")
    assert standing.missing == 1
    assert standing.ground["parameters"] == {"condition": "matching.too_far"}
    assert standing.changes[0]["key"] == "matching.too_far"
    assert standing.offers == ["o"]


def test_a_need_that_is_filled_stands_no_more_and_keeps_its_first_day_until_then() -> None:
    need("n", at=BALEN)
    ran()
    ran(at=AT + timedelta(days=1))
    assert Standing.objects.get(need="n").since == AT
    offer("o", at=BALEN)
    ran(at=AT + timedelta(days=2))
    assert not Standing.objects.exists()


def test_what_was_given_away_is_not_given_again() -> None:
    need("n", quantity=2)
    offer("o", quantity=1)
    ran()
    ran(at=AT + timedelta(days=1))
    assert proposed() == [("n", "o")]


def test_who_said_no_is_not_asked_again_and_the_need_says_so() -> None:
    need("n")
    offer("o")
    ran()
    Introduction.objects.update(state="declined")
    ran(at=AT + timedelta(days=1))
    assert Introduction.objects.count() == 1
    assert Standing.objects.get().ground["key"] == "introductions.all_tried"


def test_an_organisation_is_not_brought_together_with_itself() -> None:
    need("n", actor="school")
    offer("o", actor="school")
    ran()
    assert proposed() == []


def test_fiction_meets_only_fiction() -> None:
    need("n")
    offer("demo-o", is_fictional=True)
    need("demo-n", is_fictional=True)
    ran()
    ran(is_fictional=True)
    assert proposed() == [("demo-n", "demo-o")]
    assert list(Standing.objects.values_list("need", flat=True)) == ["n"]


def test_what_only_its_own_people_see_takes_no_part() -> None:
    need("n", visibility="own")
    offer("o")
    ran()
    assert proposed() == []


def test_what_is_shown_to_partners_meets_partners_only() -> None:
    from wortel.organisations.models import Partner

    need("n", actor="school", visibility="partners")
    offer("stranger", themes=["energy"])
    offer("friend", actor="company", themes=["energy", "water"])
    Partner.objects.create(actor="school", partner="company", since=date(2026, 1, 1))
    ran()
    assert proposed() == [("n", "friend")]


def test_a_period_that_began_counts_from_today() -> None:
    need("n", first_on=date(2026, 10, 5), end_on=date(2026, 12, 14))
    offer("past", first_on=date(2026, 10, 5), end_on=date(2026, 11, 9))
    offer("ahead", first_on=date(2026, 12, 7), end_on=date(2026, 12, 14))
    ran()
    assert proposed() == [("n", "ahead")]


def test_no_theme_means_every_theme() -> None:
    need("n", themes=[])
    offer("o", themes=["water"])
    need("m", themes=["energy"])
    offer("p", themes=[])
    ran()
    assert len(proposed()) == 2


def test_a_region_asks_for_its_own_needs_and_offers_come_from_everywhere() -> None:
    need("in-gent")
    need("in-balen", at=BALEN)
    offer("from-oostende", at=OOSTENDE, range_km=80)
    offer("in-balen-too", at=BALEN)
    ran(RunScope("referentieregio", "REFREG13"))
    assert proposed() == [("in-gent", "from-oostende")]


def test_an_alliance_is_a_hand_picked_group() -> None:
    need("in-gent")
    need("in-balen", at=BALEN)
    offer("a")
    offer("b", at=BALEN)
    ran(RunScope(municipalities=("13003",)))
    assert proposed() == [("in-balen", "b")]


def test_a_run_of_a_region_leaves_the_standing_of_others_alone() -> None:
    need("in-gent")
    need("in-balen", at=BALEN)
    ran()
    ran(RunScope("referentieregio", "REFREG13"), at=AT + timedelta(days=1))
    assert set(Standing.objects.values_list("need", flat=True)) == {"in-gent", "in-balen"}


def test_a_run_that_dies_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    need("n")
    need("short", at=BALEN)
    offer("o")

    def die(*_about: object) -> None:
        raise MemoryError

    monkeypatch.setattr(end_run, "_stand", die)
    with pytest.raises(MemoryError):
        ran()
    assert not Introduction.objects.exists()
    assert not Standing.objects.exists()
    run = Run.objects.get()
    assert (run.failed, run.figures) == ("introductions.run_died", {})


def test_of_two_at_once_the_second_says_so() -> None:
    first = ask_run(By.command("tests"), RunScope(), AT)
    begin_run(By.command("tests"), first.ref, AT)
    with pytest.raises(RunRefused) as refused:
        ran(RunScope("referentieregio", "REFREG13"))
    assert refused.value.reason.key == "introductions.run_under_way"
    with pytest.raises(RunRefused) as refused:
        ran()
    assert refused.value.reason.key == "introductions.run_asked_already"


def test_a_run_that_is_silent_for_long_is_over() -> None:
    first = ask_run(By.command("tests"), RunScope(), AT)
    begin_run(By.command("tests"), first.ref, AT)
    assert ran(at=AT + timedelta(minutes=31)).figures["needs"] == 0
    assert Run.objects.get(ref=first.ref).failed == "introductions.run_died"


def test_both_worlds_may_run_at_once() -> None:
    first = ask_run(By.command("tests"), RunScope(), AT)
    begin_run(By.command("tests"), first.ref, AT)
    assert ran(is_fictional=True).ended_at == AT


def test_it_leaves_a_trail() -> None:
    ran()
    assert list(Entry.objects.order_by("number").values_list("verb", flat=True)) == [
        "run.asked", "run.begun", "run.ended",
    ]  # fmt: skip


def test_equal_records_give_equal_proposals_whatever_their_order() -> None:
    names = [f"{nth:02}" for nth in range(12)]
    for name in names:
        need(f"n{name}", quantity=2)
        offer(f"o{name}", quantity=2)
    ran()
    once = proposed()
    Introduction.objects.all().delete()
    from wortel.exchange.models import Listing

    Listing.objects.all().delete()
    for name in reversed(names):
        listing("offer", f"o{name}", quantity=2)
        listing("need", f"n{name}", quantity=2)
    ran()
    assert proposed() == once
