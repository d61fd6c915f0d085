"""A need and an offer meet only when each may be shown to the other."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from wortel.exchange.domain.meeting import may_meet


@dataclass
class It:
    actor: str
    visibility: str = "public"
    is_fictional: bool = False


@pytest.mark.parametrize(
    ("one", "other", "named", "meets"),
    [
        (It("a"), It("b"), {}, True),
        (It("a"), It("b", "signed_in"), {}, True),
        (It("a"), It("a"), {}, False),
        (It("a"), It("b", is_fictional=True), {}, False),
        (It("a", "own"), It("b"), {}, False),
        (It("a", "partners"), It("b"), {}, False),
        (It("a", "partners"), It("b"), {"a": {"b"}}, True),
        (It("a", "partners"), It("b"), {"b": {"a"}}, False),
        (It("a", "partners"), It("b", "partners"), {"a": {"b"}}, False),
        (It("a", "partners"), It("b", "partners"), {"a": {"b"}, "b": {"a"}}, True),
    ],
)
def test_both_ways_at_once(one: It, other: It, named: dict[str, set[str]], meets: bool) -> None:
    assert may_meet(one, other, named) is meets
    assert may_meet(other, one, named) is meets
