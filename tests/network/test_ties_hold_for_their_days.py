"""Ties are dated, weighed by the rulebook, gathered per pair; a body never makes its municipalities a clique."""

from __future__ import annotations

from datetime import date

import pytest
from tests.network.networks import edge, node

from wortel.network.domain.cooperation import Cooperation
from wortel.network.domain.ties import BODY, DONE, PARTNER, PROJECT, Tie, TieWeights, edges_on, project_ties
from wortel.network.queries.gathering import body_ties
from wortel.network.rulebook import network_rulebook

ON = date(2026, 11, 22)
WEIGHTS = TieWeights.of(network_rulebook(), ON)


@pytest.mark.parametrize(
    ("tie", "holds"),
    [
        (Tie("a", "b", PARTNER, date(2026, 11, 22)), True),
        (Tie("a", "b", PARTNER, date(2026, 11, 23)), False),
        (Tie("a", "b", PARTNER, date(2020, 1, 1), date(2026, 11, 22)), False),
        (Tie("a", "b", PARTNER, date(2020, 1, 1), date(2026, 11, 23)), True),
        (Tie("a", "b", PARTNER), True),
        (Tie("a", "b", DONE, date(2023, 11, 23)), True),
        (Tie("a", "b", DONE, date(2023, 11, 22)), False),
        (Tie("a", "b", DONE, date(2024, 2, 29)), True),
        (Tie("a", "a", PARTNER), False),
    ],
)
def test_a_tie_binds_on_its_days_only(tie: Tie, holds: bool) -> None:
    assert bool(edges_on([tie], WEIGHTS, ON)) is holds


def test_a_pair_is_one_edge_that_weighs_its_ties_together_up_to_a_bound() -> None:
    both = [Tie("a", "b", PARTNER, date(2025, 5, 1)), Tie("b", "a", PARTNER, date(2024, 3, 1))]
    (found,) = edges_on(both, WEIGHTS, ON)
    assert (found.weight, found.since, found.grounds) == (6, date(2024, 3, 1), (PARTNER,))
    (many,) = edges_on([*both, *(Tie("a", "b", DONE, date(2026, 1, day)) for day in range(1, 20))], WEIGHTS, ON)
    assert many.weight == WEIGHTS.most


def test_the_invented_and_the_real_never_meet() -> None:
    nodes = {"a": node("a"), "demo-b": node("demo-b", is_fictional=True)}
    assert Cooperation.of(nodes, [edge("a", "demo-b")]).edges == ()


def test_a_body_is_tied_to_municipalities_and_not_they_to_each_other() -> None:
    towns = frozenset({"13003", "13025", "13008"})
    ties = list(body_ties({"body": towns}, [node("body")], {("13003", False): "balen"}))
    assert {(tie.a, tie.b) for tie in ties} == {("body", "balen"), ("body", "nis-13025"), ("body", "nis-13008")}
    assert {tie.ground for tie in ties} == {BODY}


def test_partners_of_a_project_are_tied_to_its_lead_and_without_one_to_each_other_if_they_are_few() -> None:
    led = {(tie.a, tie.b) for tie in project_ties("p", ["lead"], ["x", "y"], 8)}
    assert led == {("lead", "x"), ("lead", "y")}
    assert len(list(project_ties("p", [], ["x", "y", "z"], 8))) == 3
    assert list(project_ties("p", [], [f"x{n}" for n in range(9)], 8)) == []
    assert next(iter(project_ties("p", ["lead"], ["x"], 8))).ground == PROJECT
