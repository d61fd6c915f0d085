"""The drawing is deterministic, keeps within its frame, and takes the strongest when there are too many."""

from __future__ import annotations

from itertools import combinations

from tests.network.networks import network, random_network

from wortel.network.domain.layout import laid_out, strongest


def test_the_same_network_in_any_order_is_drawn_alike() -> None:
    made = random_network(3, 50, 0.06)
    refs = sorted(made.nodes)
    again = network([(edge.a, edge.b) for edge in reversed(made.edges)])
    assert laid_out(made, refs).places == laid_out(made, refs).places
    assert laid_out(network([(edge.a, edge.b) for edge in made.edges]), refs) == laid_out(again, refs[::-1])


def test_everyone_stands_inside_the_frame_and_nobody_on_another() -> None:
    made = random_network(4, 80, 0.03)
    found = laid_out(made, sorted(made.nodes))
    assert found.places.keys() == made.nodes.keys()
    assert all(0 < x < found.width and 0 < y < found.height for x, y in found.places.values())
    assert all(one != other for one, other in combinations(found.places.values(), 2))


def test_too_many_leaves_the_weakest_out_but_first_those_from_elsewhere() -> None:
    made = network([("a", "b"), ("a", "c"), ("a", "d"), ("d", "e")])
    assert strongest(made, list(made.nodes), {"e"}, 3) == ("a", "d", "e")


def test_one_alone_and_nobody_can_be_drawn() -> None:
    made = network([("a", "b")])
    assert laid_out(made, ["a"]).places.keys() == {"a"}
    assert laid_out(made, []).places == {}
