"""A large group is solved in a process of its own, which is stopped when time is up: then it is greedy and says so."""

from __future__ import annotations

import numpy as np
import pytest

from wortel.matching.engine import assigning
from wortel.matching.engine.assigning import Task, assign
from wortel.matching.engine.candidates import Pairs

PAIRS = Pairs(np.array([0, 0, 1], np.int32), np.array([0, 1, 0], np.int32), np.array([5, 4, 4]))
TASK = Task.of(PAIRS, np.array([1, 1]), np.array([1, 1]))


@pytest.fixture(autouse=True)
def _every_group_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assigning, "SMALL_PARCEL", 0)


def test_with_time_enough_it_is_the_best() -> None:
    done = assign(TASK, seconds=60)
    assert (TASK.value(done.units), done.left_over) == (8, 0)


def test_when_time_is_up_it_is_greedy_and_says_so() -> None:
    done = assign(TASK, seconds=0.001)
    assert (TASK.value(done.units), done.left_over) == (5, 3)
