"""What stands in the way is exact: the change that is named, and no smaller one of its sort, lets the need in."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from drawn import FLAT, WEIGHTS, need, offer, sides
from hypothesis import given, settings

from wortel.kernel.reason import Reason
from wortel.matching.domain.asking import Need, Offer, Place, Stretch
from wortel.matching.domain.conditions import is_feasible, nearest_bound, obstacles
from wortel.matching.domain.why import Unfilled
from wortel.matching.engine.run import Plan, run
from wortel.matching.wording import say


def why(needs: list[Need], offers: list[Offer]) -> Unfilled:
    return run(needs, offers, WEIGHTS, Plan()).unfilled[0]


@pytest.mark.parametrize(
    ("possible", "told"),
    [
        (offer(place=Place(22.0, 0.0)), "12,0 km verder"),
        (offer(weeks=Stretch(14, 20)), "1 week later"),
        (offer(weeks=Stretch(2, 5)), "6 weken vroeger"),
        (offer(ages=Stretch(14, 18)), "leerlingen die 3 jaar ouder zijn"),
        (offer(languages=frozenset({"fr"})), "een andere taal: fr"),
        (offer(themes=frozenset({"bouw"})), "een ander thema: bouw"),
    ],
)
def test_the_nearest_change_is_named(possible: Offer, told: str) -> None:
    found = why([need()], [possible])
    assert [say(change) for change in found.changes] == [told]
    assert found.ground.key == "matching.one_condition"
    assert found.offers == ("o",)


@pytest.mark.parametrize(
    ("needs", "offers", "ground"),
    [
        ([need()], [], "matching.no_such_kind"),
        ([need()], [offer(kind="bezoek")], "matching.no_such_kind"),
        ([need(), need("m", weight=1100)], [offer()], "matching.all_full"),
        ([need(quantity=2)], [offer(capacity=5)], "matching.too_few"),
        ([need()], [offer(weeks=Stretch(20, 21), ages=Stretch(4, 5))], "matching.several_conditions"),
    ],
)
def test_the_ground_is_the_true_one(needs: list[Need], offers: list[Offer], ground: str) -> None:
    found = [one for one in run(needs, offers, WEIGHTS, Plan()).unfilled if one.need.id == "n"]
    assert [one.ground.key for one in found] == [ground]
    assert say(found[0].ground)


def test_an_offer_without_room_is_no_way_out() -> None:
    assert why([need()], [offer(place=Place(22.0, 0.0), capacity=0)]).changes == ()


@settings(max_examples=12, deadline=None)
@given(sides(FLAT, ["energie", "bouw"]))
def test_each_change_is_the_least_of_its_sort_and_lets_the_need_in(drawn: tuple[list[Need], list[Offer]]) -> None:
    outcome = run(*drawn, WEIGHTS, Plan())
    load = Counter(match.offer.id for match in outcome.matches)
    free = {one.id: one for one in drawn[1] if one.capacity > load[one.id]}
    for one in outcome.unfilled:
        single = [failing[0] for other in free.values() if len(failing := obstacles(one.need, other)) == 1]
        least = {reason.key: min(_cost(each) for each in single if each.key == reason.key) for reason in single}
        least.pop("matching.other_kind", None)
        assert {change.key: _cost(change) for change in one.changes} == pytest.approx(least, abs=0.001)
        for change, name in zip(one.changes, one.offers, strict=True):
            assert is_feasible(_changed(one.need, change, free[name]), free[name])


def _changed(need: Need, change: Reason, offer: Offer) -> Need:
    """The need after the change, and nothing else; further is nearer by so much to the offer."""
    if change.key == "matching.other_weeks":
        return replace(need, weeks=Stretch(*(week + int(str(change["weeks"])) for week in need.weeks)))
    if change.key == "matching.other_ages":
        return replace(need, ages=Stretch(*(year + int(str(change["years"])) for year in need.ages)))
    if change.key == "matching.too_far":
        km = float(str(change["km"]))
        assert need.place.distance(offer.place) == pytest.approx(nearest_bound(need, offer) + km)
        return replace(need, place=offer.place)
    name = change.key.removeprefix("matching.other_")
    return replace(need, **{name: getattr(offer, name)})


def _cost(reason: Reason) -> float:
    names = {"matching.other_weeks": "weeks", "matching.too_far": "km", "matching.other_ages": "years"}
    return abs(float(str(reason[names[reason.key]]))) if reason.key in names else 0.0
