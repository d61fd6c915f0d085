"""Which bodies municipalities share, and which roles somebody holds for them."""

from __future__ import annotations

from datetime import date

from wortel.network.domain.bodies import shared_bodies
from wortel.network.domain.roles import Holder, standing_roles


def test_bodies_of_most_of_the_municipalities_come_first_and_say_whom_they_leave_out() -> None:
    towns_of = {"one": {"1", "9"}, "both": {"1", "2", "8"}, "neither": {"7"}}
    found = shared_bodies(towns_of, ["2", "1", "3"])
    assert [(body.ref, body.covered, body.left_out, body.others) for body in found] == [
        ("both", ("1", "2"), ("3",), 1),
        ("one", ("1",), ("2", "3"), 1),
    ]


def test_a_role_is_here_or_from_elsewhere_or_absent_and_nobody_counts_twice() -> None:
    holders = [
        Holder("x", "rtc", None),
        Holder("x", "rtc", date(2024, 1, 1)),
        Holder("y", "stem_academy", None),
        Holder("z", "stem_academy", None),
    ]
    rtc, academy, catalyst = standing_roles(
        ("rtc", "stem_academy", "catalyst"), holders, here=frozenset({"x"}), serving=frozenset({"y"})
    )
    assert ([it.ref for it in rtc.here], rtc.from_elsewhere) == (["x"], ())
    assert (academy.here, [it.ref for it in academy.from_elsewhere], academy.is_absent) == ((), ["y"], False)
    assert catalyst.is_absent
