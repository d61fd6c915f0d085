"""Rows grouped by key, and picked by day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from wortel.kernel.span import Span

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Dated = tuple[Span, V]


def index_by(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    """Values by key, in the order given."""
    found: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def on_day(dated: Iterable[Dated[V]], on: date) -> tuple[V, ...]:
    """The values whose span holds the day."""
    return tuple(value for span, value in dated if on in span)
