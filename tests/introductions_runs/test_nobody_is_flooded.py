"""New proposals are bounded: per organisation and day, over all runs together, and by what waits for an answer."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from listings import AT, need, offer, proposed, ran

from wortel.introductions.domain.night import NightLimits, Possible, choose
from wortel.introductions.models import Introduction, Standing

SLOW_MACHINE = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])

NAMES = st.sampled_from([f"o{nth}" for nth in range(5)])
PAIRS = st.lists(
    st.builds(
        Possible, need=st.integers(0, 30).map(str), offer=st.integers(0, 30).map(str), need_actor=NAMES,
        offer_actor=NAMES, score=st.integers(1, 9), km=st.just(1.0), reasons=st.just(()),
    ),
    unique_by=lambda pair: (pair.need, pair.offer),
)  # fmt: skip
COUNTS = st.dictionaries(NAMES, st.integers(0, 6))


@SLOW_MACHINE
@given(PAIRS, COUNTS, COUNTS)
def test_no_organisation_gets_more_than_the_limits(
    found: list[Possible], new: dict[str, int], wait: dict[str, int]
) -> None:
    limits = NightLimits(new=3, waiting=4)
    chosen = choose(found, limits, new, wait)
    added = Counter(actor for pair in chosen.now for actor in {pair.need_actor, pair.offer_actor})
    for actor, count in added.items():
        assert count + new.get(actor, 0) <= 3
        assert count + wait.get(actor, 0) <= 4
    assert sorted(map(repr, (*chosen.now, *chosen.later))) == sorted(map(repr, found))


@SLOW_MACHINE
@given(PAIRS)
def test_the_order_of_what_was_found_changes_nothing(found: list[Possible]) -> None:
    limits = NightLimits(new=2, waiting=2)
    assert choose(found, limits, {}, {}) == choose(list(reversed(found)), limits, {}, {})


@pytest.mark.django_db
def test_an_organisation_gets_five_a_day_and_the_rest_later() -> None:
    for nth in range(8):
        need(f"n{nth}")
    offer("o", actor="busy", quantity=8)
    first = ran()
    assert (first.figures["proposed"], first.figures["later"]) == (5, 3)
    assert Standing.objects.filter(ground__key="introductions.another_night").count() == 3
    ran(at=AT + timedelta(hours=3))
    assert len(proposed()) == 5
    ran(at=AT + timedelta(days=1))
    assert len(proposed()) == 8


@pytest.mark.django_db
def test_who_has_a_dozen_unanswered_proposals_gets_no_new_one() -> None:
    for nth in range(20):
        need(f"n{nth:02}")
    offer("o", actor="busy", quantity=20)
    for day in range(4):
        ran(at=AT + timedelta(days=day))
    assert len(proposed()) == 12
    Introduction.objects.filter(pk__in=list(Introduction.objects.values_list("pk", flat=True)[:2])).update(
        state="declined"
    )
    ran(at=AT + timedelta(days=5))
    assert len(proposed()) == 12


@pytest.mark.django_db
def test_an_offer_of_six_is_never_asked_a_seventh_time() -> None:
    for nth in range(9):
        need(f"n{nth}")
    offer("o", quantity=6)
    for day in range(5):
        ran(at=AT + timedelta(days=day))
    assert Introduction.objects.count() == 6
    assert {row.ground["key"] for row in Standing.objects.all()} <= {"matching.all_full", "matching.no_such_kind"}
