"""Chance that can be repeated: one stream of random numbers per seed and subject, never a shared one."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Protocol, TypeVar


class Weighted(Protocol):
    """Something that is drawn more often the heavier it is."""

    @property
    def weight(self) -> float: ...


W = TypeVar("W", bound=Weighted)


def stream(seed: int, *subject: str | int) -> Random:
    """The stream of this seed for this subject: drawing for one subject never disturbs another.

    A text seeds Python's generator through SHA-512, so the numbers are the same in every process.
    """
    return Random("|".join(map(str, (seed, *subject))))  # noqa: S311 (a toy world, not a secret)


def pick(chance: Random, choices: Sequence[W]) -> W:
    """One of them, by weight."""
    return chance.choices(choices, [choice.weight for choice in choices])[0]


def about(chance: Random, expected: float) -> int:
    """A whole number whose mean is `expected`: the fraction decides how often it is rounded up."""
    return int(expected + chance.random())
