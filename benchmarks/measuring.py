"""Timing: wall clock and processor time side by side, medians, and how a figure grows with size."""

from __future__ import annotations

import math
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Figure:
    """Samples of one thing in one world. `cpu` is processor time of the process that did it; empty when not known.

    `size` says what it was measured on; `facts` holds what else was counted (queries, bytes); `note` says why there
    are no samples.
    """

    key: str
    unit: str
    samples: tuple[float, ...]
    cpu: tuple[float, ...] = ()
    size: str = ""
    facts: dict[str, Any] = field(default_factory=dict)
    note: str = ""

    @property
    def median(self) -> float:
        """The middle sample."""
        return statistics.median(self.samples)

    @property
    def most(self) -> float:
        """The largest sample."""
        return max(self.samples)

    @property
    def p95(self) -> float:
        """The smallest sample that at least 95 in a hundred do not exceed."""
        return sorted(self.samples)[math.ceil(0.95 * len(self.samples)) - 1]

    def as_json(self) -> dict[str, Any]:
        """For passing from one process to another."""
        return asdict(self)

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> Figure:
        """What `as_json` gave."""
        return cls(**{**given, "samples": tuple(given["samples"]), "cpu": tuple(given["cpu"])})


def not_measured(key: str, note: str, unit: str = "ms") -> Figure:
    """A figure without samples, and why."""
    return Figure(key, unit, (), note=note)


def timed(calls: Iterable[Callable[[], object]]) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Wall and processor milliseconds of each call, in order."""
    wall, cpu = [], []
    for call in calls:
        began, began_cpu = time.perf_counter(), time.process_time()
        call()
        cpu.append(1000 * (time.process_time() - began_cpu))
        wall.append(1000 * (time.perf_counter() - began))
    return tuple(wall), tuple(cpu)


def repeated(key: str, call: Callable[[], object], times: int, *, warm_up: int = 2, **about: Any) -> Figure:
    """The call, `times` times after `warm_up` calls that do not count."""
    for _ in range(warm_up):
        call()
    wall, cpu = timed([call] * times)
    return Figure(key, "ms", wall, cpu, **about)


def exponent(sizes: Sequence[float], figures: Sequence[float]) -> float | None:
    """Least-squares slope of log figure on log size: 0 does not grow, 1 grows as fast as the size. `None`: unknown."""
    pairs = [(math.log(size), math.log(figure)) for size, figure in zip(sizes, figures, strict=True) if figure > 0]
    if len(pairs) < 3:
        return None
    middle_x = statistics.fmean(x for x, _ in pairs)
    middle_y = statistics.fmean(y for _, y in pairs)
    spread = sum((x - middle_x) ** 2 for x, _ in pairs)
    return sum((x - middle_x) * (y - middle_y) for x, y in pairs) / spread
