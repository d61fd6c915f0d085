"""The worker survives what breaks, and lets go of its connection."""

from __future__ import annotations

import logging

import pytest
from django.db import OperationalError

from wortel.post.public import Round
from wortel.site import worker as module
from wortel.site.worker import LONGEST_PAUSE, PAUSE, Worker


@pytest.fixture
def turns(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What each next turn does: an exception to raise or a round to give; after the last the worker is stopped."""
    planned: list[object] = []
    monkeypatch.setattr(module.connections, "close_all", lambda: None)

    def turn(worker: Worker) -> Round:
        now = planned.pop(0)
        if not planned:
            worker.stop.set()
        if isinstance(now, Exception):
            raise now
        assert isinstance(now, Round)
        return now

    monkeypatch.setattr(Worker, "turn", turn)
    return planned


class Pauses:
    """An event nobody waits for, that remembers how long was asked."""

    def __init__(self) -> None:
        self.asked: list[float] = []
        self.is_it = False

    def wait(self, seconds: float) -> bool:
        self.asked.append(seconds)
        return self.is_it

    def set(self) -> None:
        self.is_it = True

    def is_set(self) -> bool:
        return self.is_it


def test_it_says_one_line_waits_longer_and_returns_to_its_pace(turns, caplog):
    turns += [*[OperationalError("weg\nmeer uitleg")] * 9, Round(is_server_away=True), Round()]
    pauses = Pauses()
    with caplog.at_level(logging.ERROR, "wortel.worker"):
        Worker(stop=pauses, rest=lambda: None).run()  # type: ignore[arg-type]
    assert caplog.messages == ["OperationalError: weg"] * 9
    assert pauses.asked[:2] == [2 * PAUSE, 4 * PAUSE]
    assert max(pauses.asked) == LONGEST_PAUSE
    assert pauses.asked[-1] == PAUSE


def test_it_lets_go_between_turns_and_at_the_end(turns, monkeypatch):
    turns += [Round(), Round()]
    said: list[str] = []
    monkeypatch.setattr(module.connections, "close_all", lambda: said.append("closed"))
    Worker(stop=Pauses(), rest=lambda: said.append("rested")).run()  # type: ignore[arg-type]
    assert said == ["rested", "rested", "closed"]


def test_a_sign_in_code_does_not_wait_a_second():
    assert PAUSE < 0.5
