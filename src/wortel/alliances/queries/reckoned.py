"""Answers that take seconds: kept per process, reckoned one at a time, and with few who wait, so that no visitor can
keep every other one from a page.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from http import HTTPStatus
from threading import BoundedSemaphore, Lock
from typing import Generic, TypeVar

from django.utils.translation import gettext as _

from wortel.shell.problems import PageProblem

MOST_WAITING = 3
"""The one whose answer is reckoned and those who wait for their turn; who comes then is asked to come back."""
Found = TypeVar("Found")
_PLACES, _TURN = BoundedSemaphore(MOST_WAITING), Lock()


class Reckoned(Generic[Found]):
    """Keeps the last `most` answers, each under all it rests on."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, Found] = {}

    def of(self, key: Hashable, reckon: Callable[[], Found]) -> Found:
        """The answer that is kept, or else reckoned now. Raises `PageProblem` (503) when too many wait, and whatever
        `reckon` raises."""
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        if not _PLACES.acquire(blocking=False):
            raise _too_busy()
        try:
            with _TURN:
                kept = self._kept.get(key)
                if kept is None:
                    kept = reckon()
                    while len(self._kept) >= self._most:
                        del self._kept[next(iter(self._kept))]
                    self._kept[key] = kept
                return kept
        finally:
            _PLACES.release()


def _too_busy() -> PageProblem:
    return PageProblem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        _("Even te druk"),
        _("Anderen vragen op dit moment ook voorstellen. Wacht een halve minuut en probeer het opnieuw."),
    )
