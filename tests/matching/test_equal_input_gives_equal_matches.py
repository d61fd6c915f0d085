"""The order in which rows come in does not matter: not for what is matched, not for how it is explained."""

from __future__ import annotations

from drawn import FLAT, WEIGHTS, sides
from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.matching.domain.asking import Need, Offer
from wortel.matching.engine.run import Plan, run


@settings(max_examples=6, deadline=None)
@given(sides(FLAT, ["energie", "bouw"]), st.randoms(use_true_random=False))
def test_shuffled_rows_give_the_same_outcome(drawn: tuple[list[Need], list[Offer]], chance: object) -> None:
    needs, offers = drawn
    first = run(needs, offers, WEIGHTS, Plan())
    chance.shuffle(needs)  # type: ignore[attr-defined]
    chance.shuffle(offers)  # type: ignore[attr-defined]
    second = run(needs, offers, WEIGHTS, Plan())
    assert first.matches == second.matches
    assert first.unfilled == second.unfilled
    assert first.is_optimal
