"""Pairs that may not be made, although they fit: left out before the best whole is sought."""

from __future__ import annotations

from drawn import FLAT, WEIGHTS, need, offer, sides
from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.matching.domain.asking import Need, Offer
from wortel.matching.domain.conditions import is_feasible
from wortel.matching.public import Plan, run


@settings(deadline=None, max_examples=12)
@given(sides(FLAT, ["energie", "water"]), st.randoms(use_true_random=False))
def test_no_match_is_barred_and_all_other_pairs_remain(drawn: tuple[list[Need], list[Offer]], chance: object) -> None:
    needs, offers = drawn
    fitting = [(n.id, o.id) for n in needs for o in offers if is_feasible(n, o)]
    barred = frozenset(pair for pair in fitting if chance.random() < 0.5)  # type: ignore[attr-defined]
    outcome = run(needs, offers, WEIGHTS, Plan(barred=barred))
    assert outcome.candidates == len(set(fitting) - barred)
    assert not {(match.need.id, match.offer.id) for match in outcome.matches} & barred
    assert outcome.is_optimal


def test_the_next_best_takes_the_place_of_a_barred_offer() -> None:
    plan = Plan(barred=frozenset({("n", "near"), ("n", "not-there")}))
    outcome = run([need()], [offer("near"), offer("next")], WEIGHTS, plan)
    assert [match.offer.id for match in outcome.matches] == ["next"]
