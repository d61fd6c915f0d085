"""Needs and offers drawn on a coarse grid, so that borders, full weeks and equal scores happen often."""

from __future__ import annotations

from hypothesis import strategies as st

from wortel.matching.domain.asking import Need, Offer, Place, Stretch
from wortel.matching.domain.scoring import Weights

WEIGHTS = Weights(themes=40, nearness=30, ages=15, weeks=15, far_km=60)


def need(name: str = "n", **changed: object) -> Need:
    """A plain need at the origin, with what is changed."""
    plain: dict[str, object] = {
        "kind": "les", "themes": frozenset({"energie"}), "place": Place(0.0, 0.0), "area": "", "ages": Stretch(10, 12),
        "weeks": Stretch(10, 14), "languages": frozenset({"nl"}), "quantity": 1, "weight": 1000,
    }  # fmt: skip
    return Need(id=name, **{**plain, **changed})  # type: ignore[arg-type]


def offer(name: str = "o", **changed: object) -> Offer:
    """A plain offer at the origin that fits the plain need, with what is changed."""
    plain: dict[str, object] = {
        "kind": "les", "themes": frozenset({"energie"}), "place": Place(0.0, 0.0), "area": "", "ages": Stretch(10, 12),
        "weeks": Stretch(10, 14), "languages": frozenset({"nl"}), "radius_km": 10.0, "capacity": 1,
    }  # fmt: skip
    return Offer(id=name, **{**plain, **changed})  # type: ignore[arg-type]


def stretches(last: int) -> st.SearchStrategy[Stretch]:
    return st.tuples(st.integers(0, last), st.integers(1, 4)).map(lambda pair: Stretch(pair[0], pair[0] + pair[1]))


FLAT = st.tuples(st.integers(-24, 24), st.integers(-24, 24)).map(lambda pair: Place(pair[0] / 2, pair[1] / 2))
GLOBE = st.tuples(
    st.sampled_from([-90.0, -89.9, 0.0, 51.0, 51.05, 90.0]), st.sampled_from([-180.0, -179.95, 3.7, 3.75, 179.95])
).map(lambda pair: Place.on_earth(*pair))


def shared(words: list[str]) -> st.SearchStrategy[frozenset[str]]:
    return st.frozensets(st.sampled_from(words), min_size=1, max_size=3)


def sides(
    places: st.SearchStrategy[Place], themes: list[str], most: int = 30
) -> st.SearchStrategy[tuple[list[Need], list[Offer]]]:
    """Some needs and some offers, with ids that do not come in order."""
    common = {
        "kind": st.sampled_from(["les", "les", "bezoek"]), "themes": shared(themes), "place": places,
        "area": st.just(""), "ages": stretches(4), "weeks": stretches(4), "languages": shared(["nl", "fr"]),
        "moments": st.frozensets(st.sampled_from(["tue_evening", "wed_morning"]), max_size=1),
    }  # fmt: skip
    needs = st.builds(
        Need, id=st.integers(0, 99).map(str), quantity=st.integers(0, 3), weight=st.sampled_from([0, 500, 1000, 1300]),
        radius_km=st.sampled_from([None, None, None, 2.5, 6.0]), **common,
    )  # fmt: skip
    offers = st.builds(
        Offer, id=st.integers(0, 99).map(str), capacity=st.integers(0, 3),
        radius_km=st.sampled_from([0.0, 0.5, 2.5, 4.0, 7.0, 9.0, 30.0]), **common,
    )  # fmt: skip
    return st.tuples(
        st.lists(needs, min_size=min(12, most), max_size=most, unique_by=lambda row: row.id),
        st.lists(offers, min_size=min(12, most), max_size=most, unique_by=lambda row: row.id),
    )
