"""Fairness: the weight of a municipality, of those served least in the last year, and a little for what is urgent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from listings import AT, BALEN, need, offer, proposed, ran

from wortel.introductions.domain.fairness import FairWeight, Served, municipality_weight, served_weight
from wortel.introductions.models import Introduction
from wortel.kernel.rulebook import parse_rulebook

SLOW_MACHINE = settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])

RULES = parse_rulebook(
    'name = "t"\n[[rule]]\nkey = "municipality_44021"\nvalue = 1500\nvalid_from = 2027-01-01\nsource = "test"\n'
)


def test_a_municipality_counts_once_until_a_rule_says_otherwise() -> None:
    assert municipality_weight(RULES, "44021", date(2026, 12, 31)) == 1000
    assert municipality_weight(RULES, "44021", date(2027, 1, 1)) == 1500
    assert municipality_weight(RULES, "13003", date(2027, 1, 1)) == 1000


@pytest.mark.parametrize(
    ("nis", "expected"),
    [("all-filled", 1000), ("none-filled", 1300), ("never-asked", 1300), ("half-of-the-whole", 1150)],
)
def test_who_stays_behind_the_whole_counts_for_more(nis: str, expected: int) -> None:
    served = {
        "all-filled": Served(4, 4),
        "none-filled": Served(2, 0),
        "half-of-the-whole": Served(8, 2),
        "r": Served(2, 2),
    }
    assert served_weight(nis, served, 300) == expected


def test_where_nothing_was_filled_nobody_stays_behind() -> None:
    assert served_weight("a", {"a": Served(5, 0), "b": Served(1, 0)}, 300) == 1000
    assert served_weight("a", {}, 300) == 1000


@SLOW_MACHINE
@given(
    st.dictionaries(st.text(max_size=2), st.builds(Served, st.integers(0, 50), st.integers(0, 50))), st.text(max_size=2)
)
def test_the_bonus_is_never_exceeded(served: dict[str, Served], nis: str) -> None:
    assert 1000 <= served_weight(nis, served, 300) <= 1300


def test_only_what_makes_a_difference_is_told() -> None:
    assert FairWeight().reasons == ()
    told = FairWeight(served_least=1300, urgent=1100)
    assert [reason.key for reason in told.reasons] == ["introductions.served_least", "introductions.urgent"]
    assert told.total == 1430


@pytest.mark.django_db
def test_the_last_place_goes_to_the_municipality_that_got_nothing() -> None:
    before = need("old-gent", made_at=AT - timedelta(days=100))
    need("old-balen", at=BALEN, made_at=AT - timedelta(days=100), state="closed")
    Introduction.objects.create(
        ref="i1", need=before.ref, offer="gone", need_actor="a", offer_actor="b", state="done", origin="engine",
        proposed_by="engine", proposed_at=AT, state_at=AT - timedelta(days=50), need_agreed_at=AT, offer_agreed_at=AT,
    )  # fmt: skip
    need("in-gent")
    need("in-balen", at=BALEN)
    offer("o", range_km=300, at=("11002", 51.1, 4.4))  # nearer to Gent: worth less than the weight of Balen
    ran()
    assert proposed() == [("in-balen", "o")]
    reasons = [reason["key"] for reason in Introduction.objects.get(state="proposed").reasons]
    assert "introductions.served_least" in reasons


@pytest.mark.django_db
def test_of_two_equal_needs_the_urgent_one_is_first() -> None:
    need("a")
    need("b", is_urgent=True)
    offer("o")
    ran()
    assert proposed() == [("b", "o")]
