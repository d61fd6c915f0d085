"""Betweenness, constraint, groups and indispensable actors, checked against an independent library."""

from __future__ import annotations

import networkx
import pytest
from tests.network.networks import network, random_network

from wortel.network.domain.between import betweenness
from wortel.network.domain.cooperation import Cooperation
from wortel.network.domain.holes import constraint, cut_off_without, groups, strangers_among

RANDOM = [(seed, size, chance) for seed in range(4) for size, chance in ((12, 0.2), (40, 0.06), (60, 0.12))]


def graph_of(cooperation: Cooperation) -> networkx.Graph[str]:
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_weighted_edges_from((edge.a, edge.b, edge.weight) for edge in cooperation.edges)
    return graph


@pytest.mark.parametrize(("seed", "size", "chance"), RANDOM)
def test_betweenness_is_that_of_networkx(seed: int, size: int, chance: float) -> None:
    made = random_network(seed, size, chance)
    found = betweenness(made, exact_up_to=1000, sampled_from=10, seed=1)
    assert found.sampled == 0
    assert found.of == pytest.approx(networkx.betweenness_centrality(graph_of(made)))


@pytest.mark.parametrize(("seed", "size", "chance"), RANDOM)
def test_a_sample_of_everyone_is_exact(seed: int, size: int, chance: float) -> None:
    made = random_network(seed, size, chance)
    found = betweenness(made, exact_up_to=0, sampled_from=10_000, seed=1)
    assert found.sampled == len(made.nodes)
    assert found.of == pytest.approx(networkx.betweenness_centrality(graph_of(made)))


def test_a_sample_comes_near_and_the_same_seed_gives_the_same() -> None:
    made = random_network(5, 300, 0.02)
    exact = networkx.betweenness_centrality(graph_of(made))
    found = betweenness(made, exact_up_to=0, sampled_from=150, seed=7)
    assert found == betweenness(made, exact_up_to=0, sampled_from=150, seed=7)
    assert found.of != betweenness(made, exact_up_to=0, sampled_from=150, seed=8).of
    assert max(abs(found.of[ref] - exact[ref]) for ref in exact) < 0.015
    best = sorted(exact, key=lambda ref: -exact[ref])[:5]
    guessed = sorted(found.of, key=lambda ref: -found.of[ref])[:20]
    assert set(best) <= set(guessed)


@pytest.mark.parametrize(("seed", "size", "chance"), RANDOM)
def test_constraint_is_that_of_networkx(seed: int, size: int, chance: float) -> None:
    made = random_network(seed, size, chance)
    expected = networkx.constraint(graph_of(made), weight="weight")
    assert {ref: constraint(made, ref) for ref in made.nodes} == pytest.approx(expected)


@pytest.mark.parametrize(("seed", "size", "chance"), RANDOM)
def test_groups_and_who_holds_them_together_are_those_of_networkx(seed: int, size: int, chance: float) -> None:
    made = random_network(seed, size, chance)
    graph = graph_of(made)
    assert set(groups(made)) == {frozenset(group) for group in networkx.connected_components(graph)}
    assert {ref for ref in made.nodes if cut_off_without(made, ref)} == set(networkx.articulation_points(graph))


def test_who_stands_alone_has_no_constraint() -> None:
    assert constraint(network([("a", "b")]), "c") is None


def test_a_bridge_between_two_pairs_is_told_in_numbers() -> None:
    made = network([("a", "b"), ("a", "x"), ("b", "x"), ("x", "c")])
    assert cut_off_without(made, "x") == 1
    assert strangers_among(made, "x") == (2, 3)
