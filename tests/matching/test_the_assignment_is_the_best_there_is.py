"""No assignment has more points: an independent solver finds the same total, and the prices prove it."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.matching.engine.assigning import Task, assign, taken_in_order
from wortel.matching.engine.candidates import Pairs
from wortel.matching.engine.columns import Ints
from wortel.matching.engine.components import component_of_pairs, parcels
from wortel.matching.engine.proof import bound, priced

Problem = tuple[Pairs, Ints, Ints]


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    needs, offers = draw(st.integers(1, 9)), draw(st.integers(1, 9))
    cells = [(left, right) for left in range(needs) for right in range(offers)]
    kept = sorted(draw(st.sets(st.sampled_from(cells), max_size=40)))
    scores = draw(st.lists(st.integers(-2, 6), min_size=len(kept), max_size=len(kept)))
    counts = st.integers(0, 3)
    return (
        made(kept, scores),
        np.array(draw(st.lists(counts, min_size=needs, max_size=needs)), np.int64),
        np.array(draw(st.lists(counts, min_size=offers, max_size=offers)), np.int64),
    )


def made(cells: list[tuple[int, int]], scores: list[int]) -> Pairs:
    return Pairs(
        np.array([left for left, _ in cells], np.int32),
        np.array([right for _, right in cells], np.int32),
        np.array(scores, np.int64),
    )


def best_by_another_solver(pairs: Pairs, quantities: Ints, capacities: Ints) -> int:
    graph = nx.DiGraph()
    asked = int(quantities.sum())
    graph.add_node("source", demand=-asked)
    graph.add_node("sink", demand=asked)
    graph.add_edge("source", "sink", capacity=asked, weight=0)
    for row, count in enumerate(quantities.tolist()):
        graph.add_edge("source", ("need", row), capacity=count, weight=0)
    for row, count in enumerate(capacities.tolist()):
        graph.add_edge(("offer", row), "sink", capacity=count, weight=0)
    for left, right, points in zip(pairs.needs.tolist(), pairs.offers.tolist(), pairs.scores.tolist(), strict=True):
        graph.add_edge(("need", left), ("offer", right), capacity=1, weight=-points)
    return -int(nx.network_simplex(graph)[0])


@settings(max_examples=80, deadline=None)
@given(problems())
def test_the_total_equals_that_of_an_independent_solver(problem: Problem) -> None:
    pairs, quantities, capacities = problem
    chosen = assign(Task.of(pairs, quantities, capacities)).chosen
    assert int(pairs.scores[chosen].sum()) == best_by_another_solver(pairs, quantities, capacities)


@settings(max_examples=80, deadline=None)
@given(problems())
def test_nobody_gives_or_gets_more_than_stated(problem: Problem) -> None:
    pairs, quantities, capacities = problem
    chosen = assign(Task.of(pairs, quantities, capacities)).chosen
    assert (np.bincount(pairs.needs[chosen], minlength=len(quantities)) <= quantities).all()
    assert (np.bincount(pairs.offers[chosen], minlength=len(capacities)) <= capacities).all()
    assert (pairs.scores[chosen] > 0).all()


@settings(max_examples=80, deadline=None)
@given(problems())
def test_the_prices_prove_the_optimum(problem: Problem) -> None:
    pairs, quantities, capacities = problem
    chosen = assign(Task.of(pairs, quantities, capacities)).chosen
    prices = priced(Task.of(pairs, quantities, capacities), chosen.astype(np.int64))
    assert prices.offers.min() >= 0
    assert prices.needs.min() >= 0
    assert prices.bound == int(pairs.scores[chosen].sum())


@settings(max_examples=80, deadline=None)
@given(problems(), st.data())
def test_any_prices_give_a_bound_that_holds(problem: Problem, data: st.DataObject) -> None:
    pairs, quantities, capacities = problem
    price, gain = (
        np.array(data.draw(st.lists(st.integers(0, 8), min_size=len(rows), max_size=len(rows))), np.int64)
        for rows in (capacities, quantities)
    )
    assert bound(Task.of(pairs, quantities, capacities), price, gain) >= best_by_another_solver(
        pairs, quantities, capacities
    )


def test_prices_of_a_poor_assignment_leave_a_gap() -> None:
    pairs = made([(0, 0), (0, 1), (1, 0)], [5, 4, 4])
    one = np.array([1, 1])
    task = Task.of(pairs, one, one)
    greedy = taken_in_order(task, np.argsort(-pairs.scores, kind="stable"))
    assert int(pairs.scores[greedy > 0].sum()) == 5
    assert priced(task, greedy).bound >= 8


def test_without_time_the_result_is_greedy_and_says_so() -> None:
    pairs = made([(0, 0), (0, 1), (1, 0)], [5, 4, 4])
    done = assign(Task.of(pairs, np.array([1, 1]), np.array([1, 1])), seconds=0)
    assert done.left_over == 3
    assert int(pairs.scores[done.chosen].sum()) == 5


@settings(max_examples=60, deadline=None)
@given(problems(), st.integers(1, 12))
def test_a_parcel_holds_whole_components(problem: Problem, size: int) -> None:
    pairs, quantities, capacities = problem
    seen_needs: set[int] = set()
    seen_offers: set[int] = set()
    count = 0
    for parcel in parcels(component_of_pairs(pairs, np.full(len(quantities), -1), len(capacities)), size):
        needs, offers = set(pairs.needs[parcel].tolist()), set(pairs.offers[parcel].tolist())
        assert not needs & seen_needs
        assert not offers & seen_offers
        seen_needs |= needs
        seen_offers |= offers
        count += len(parcel)
    assert count == len(pairs)


@pytest.mark.parametrize("points", [10**9 - 1, 1])
def test_large_and_small_points_are_exact(points: int) -> None:
    pairs = made([(0, 0), (0, 1), (1, 0)], [points, points, points])
    chosen = assign(Task.of(pairs, np.array([1, 1]), np.array([1, 1]))).chosen
    assert int(pairs.scores[chosen].sum()) == 2 * points
