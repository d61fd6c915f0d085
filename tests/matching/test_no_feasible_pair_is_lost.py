"""The engine finds exactly the pairs that the pure conditions allow, with exactly their points, in sorted slices."""

from __future__ import annotations

import itertools

import pytest
from drawn import FLAT, GLOBE, WEIGHTS, need, offer, sides
from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.matching.domain.asking import Need, Offer, Place
from wortel.matching.domain.conditions import is_feasible, obstacles
from wortel.matching.domain.scoring import score
from wortel.matching.engine.candidates import TooManyPairs, feasible_pairs, gathered
from wortel.matching.engine.columns import columns_of

FEW = ["energie", "chemie", "bouw"]
MANY = [f"thema {nth}" for nth in range(150)]


def found(needs: list[Need], offers: list[Offer], a_slice: int = 20) -> list[tuple[str, str, int]]:
    columns = columns_of(needs, offers)
    parts = list(feasible_pairs(columns, WEIGHTS, threads=1, a_slice=a_slice))
    return [
        (columns.needs[left].id, columns.offers[right].id, int(points))
        for part in parts
        for left, right, points in zip(part.needs, part.offers, part.scores, strict=True)
    ]


def expected(needs: list[Need], offers: list[Offer]) -> list[tuple[str, str, int]]:
    return sorted(
        (one.id, other.id, score(one, other, WEIGHTS))
        for one, other in itertools.product(needs, offers)
        if is_feasible(one, other)
    )


@settings(max_examples=12, deadline=None)
@given(sides(FLAT, FEW), st.integers(1, 200))
def test_on_a_flat_map(drawn: tuple[list[Need], list[Offer]], a_slice: int) -> None:
    assert found(*drawn, a_slice) == expected(*drawn)


@settings(max_examples=8, deadline=None)
@given(sides(GLOBE, FEW))
def test_on_the_globe_at_the_poles_and_the_date_line_too(drawn: tuple[list[Need], list[Offer]]) -> None:
    assert found(*drawn) == expected(*drawn)


@settings(max_examples=6, deadline=None)
@given(sides(FLAT, MANY[:64]))
def test_with_more_themes_than_fit_in_one_mask(drawn: tuple[list[Need], list[Offer]]) -> None:
    everyone = need("all", themes=frozenset(MANY)), offer("all", themes=frozenset(MANY))
    needs, offers = [*drawn[0], everyone[0]], [*drawn[1], everyone[1]]
    assert found(needs, offers) == expected(needs, offers)


@settings(max_examples=20, deadline=None)
@given(sides(FLAT, FEW))
def test_a_pair_is_feasible_when_nothing_is_in_its_way(drawn: tuple[list[Need], list[Offer]]) -> None:
    for one, other in itertools.product(*drawn):
        assert is_feasible(one, other) == (not obstacles(one, other))


def test_a_pair_that_shares_several_themes_counts_once() -> None:
    ring = [frozenset({MANY[nth], MANY[(nth + 1) % 130], MANY[(nth + 2) % 130]}) for nth in range(130)]
    needs = [need(f"{nth}", themes=held) for nth, held in enumerate(ring)]
    offers = [offer(f"{nth}", themes=held) for nth, held in enumerate(ring)]
    assert found(needs, offers) == expected(needs, offers)


def test_a_distance_that_equals_the_radius_on_paper_is_within_it() -> None:
    pair = need(place=Place(0.1, 0.0)), offer(place=Place(0.4, 0.0), radius_km=0.3)
    assert pair[0].place.distance(pair[1].place) > 0.3  # on the last binary digit only
    assert found([pair[0]], [pair[1]]) == [("n", "o", 9985)]


def test_a_need_beyond_the_neighbouring_square_is_not_in_range() -> None:
    assert found([need(place=Place(10.1, 0.0))], [offer(radius_km=10.0)]) == []


def test_more_pairs_than_fit_are_refused_before_they_are_held() -> None:
    columns = columns_of([need(str(nth)) for nth in range(20)], [offer(str(nth)) for nth in range(20)])
    with pytest.raises(TooManyPairs):
        gathered(feasible_pairs(columns, WEIGHTS, a_slice=50), limit=399)
    assert len(gathered(feasible_pairs(columns, WEIGHTS, a_slice=50), limit=400)) == 400
