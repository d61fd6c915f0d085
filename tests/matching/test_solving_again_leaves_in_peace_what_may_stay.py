"""What people accepted never changes; what was proposed only for a gain above the threshold; the rest is best."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from drawn import FLAT, WEIGHTS, need, offer, sides
from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.matching.domain.asking import Need, Offer, Place
from wortel.matching.domain.conditions import is_feasible
from wortel.matching.public import Outcome, Plan, Standing, resolve, run

Sides = tuple[list[Need], list[Offer]]


def pairs_of(outcome: Outcome) -> set[tuple[str, str]]:
    return {(match.need.id, match.offer.id) for match in outcome.matches}


@settings(max_examples=10, deadline=None)
@given(sides(FLAT, ["energie", "bouw"]), st.data())
def test_accepted_stays_and_takes_its_place(drawn: Sides, data: st.DataObject) -> None:
    needs, offers = drawn
    every = [(one.id, other.id) for one in needs for other in offers]
    accepted = set(data.draw(st.lists(st.sampled_from(every), max_size=12)))
    again = resolve(needs, offers, [Standing(*pair, "accepted") for pair in accepted], WEIGHTS, Plan(), 0)
    assert set(again.standing.accepted) == accepted
    assert not pairs_of(again) & accepted
    every_pair = accepted | pairs_of(again)
    for nth, limits in ((0, {one.id: one.quantity for one in needs}), (1, {one.id: one.capacity for one in offers})):
        made, held = Counter(pair[nth] for pair in every_pair), Counter(pair[nth] for pair in accepted)
        assert all(made[name] <= max(limit, held[name]) for name, limit in limits.items())
    assert again.is_optimal


@settings(max_examples=8, deadline=None)
@given(sides(FLAT, ["energie", "bouw"]), st.data())
def test_without_a_threshold_the_total_is_that_of_a_fresh_run(drawn: Sides, data: st.DataObject) -> None:
    needs, offers = drawn
    fitting = [(one.id, other.id) for one in needs for other in offers if is_feasible(one, other)]
    some = data.draw(st.sets(st.sampled_from(fitting), max_size=10)) if fitting else set()
    standing = [Standing(*pair, "proposed") for pair in sorted(some)]
    again = resolve(needs, offers, standing, WEIGHTS, Plan(), 0)
    assert again.totals.score == run(needs, offers, WEIGHTS, Plan()).totals.score
    assert again.is_optimal
    assert set(again.standing.kept) | set(again.standing.dropped) == some
    assert set(again.standing.kept) | set(again.standing.new) == pairs_of(again)
    assert pairs_of(resolve(needs[::-1], offers[::-1], standing[::-1], WEIGHTS, Plan(), 0)) == pairs_of(again)


@settings(max_examples=8, deadline=None)
@given(sides(FLAT, ["energie", "bouw"]))
def test_nothing_changes_when_nothing_changed(drawn: Sides) -> None:
    first = run(*drawn, WEIGHTS, Plan())
    again = resolve(*drawn, [Standing(*pair, "proposed") for pair in pairs_of(first)], WEIGHTS, Plan(), 0)
    assert pairs_of(again) == pairs_of(first)
    assert again.standing.new == again.standing.dropped == ()


@pytest.mark.parametrize(("threshold", "chosen"), [(0, "near"), (100, "near"), (3000, "far")])
def test_a_proposal_changes_only_for_a_gain_above_the_threshold(threshold: int, chosen: str) -> None:
    offers = [offer("near"), offer("far", place=Place(8.0, 0.0))]
    again = resolve([need()], offers, [Standing("n", "far", "proposed")], WEIGHTS, Plan(), threshold)
    assert [match.offer.id for match in again.matches] == [chosen]
    assert again.is_optimal


def test_a_new_need_elsewhere_leaves_the_others_alone() -> None:
    far = Place(500.0, 0.0)
    needs = [need("a"), need("b"), need("c", place=far)]
    offers = [offer("o"), offer("p"), offer("q", place=far)]
    before = run(needs, offers, WEIGHTS, Plan())
    standing = [Standing(*pair, "proposed") for pair in pairs_of(before)]
    again = resolve([*needs, need("d", place=far, weight=1300)], offers, standing, WEIGHTS, Plan(), 0)
    assert {pair for pair in pairs_of(again) if pair[0] in "ab"} == {
        pair for pair in pairs_of(before) if pair[0] in "ab"
    }
    assert again.standing.new == (("d", "q"),)


def test_an_accepted_pair_counts_when_it_does_not_fit_any_more_or_its_need_is_gone() -> None:
    standing = [Standing("gone", "o", "accepted"), Standing("n", "p", "accepted")]
    other = replace(offer("p"), kind="bezoek")
    again = resolve([need(), need("m")], [offer(), other], standing, WEIGHTS, Plan(), 0)
    assert pairs_of(again) == set()
    assert again.standing.unknown == (("gone", "o"),)
