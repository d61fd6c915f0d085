"""Weeks that hold only so much: in which week each unit comes, when they all fit.

A unit takes one week, somewhere in its stretch of weeks. For such units the earliest deadline first is exact: when it
finds no week for one of them, no timetable has a week for all. They all fit when no stretch of weeks has less room than
there are units that must fall inside it (Hall's condition; as each unit asks a stretch, it is enough to look at those).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heappop, heappush

from wortel.matching.domain.asking import Stretch

Room = Callable[[int], int]
"""How many units a week still holds."""


def timetable(wanted: Sequence[Stretch], room: Room) -> list[int | None]:
    """The week of every unit, as early as it can be; of equal ends the first in the row comes first.

    `None` for a unit: no week is left for it, and no timetable has a week for all.
    """
    found: list[int | None] = [None] * len(wanted)
    coming = sorted(range(len(wanted)), key=lambda nth: (wanted[nth].start, nth), reverse=True)
    waiting: list[tuple[int, int]] = []
    week = wanted[coming[-1]].start if coming else 0
    while coming or waiting:
        if not waiting:
            week = max(week, wanted[coming[-1]].start)
        while coming and wanted[coming[-1]].start <= week:
            nth = coming.pop()
            heappush(waiting, (wanted[nth].end, nth))
        while waiting and waiting[0][0] <= week:
            heappop(waiting)
        for _ in range(min(len(waiting), room(week)) if waiting else 0):
            found[heappop(waiting)[1]] = week
        week += 1
    return found


def fits(wanted: Sequence[Stretch], room: Room) -> bool:
    """Whether there is a week for every unit."""
    return None not in timetable(wanted, room)


class Timetable:
    """Units taken one by one, each only when there still is a week for all; nobody is sent away again."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._taken: list[Stretch] = []
        self._refused: list[Stretch] = []

    def takes(self, wanted: Stretch) -> bool:
        """Takes the unit when it fits. Where one was refused, a unit that must fall inside it is too."""
        if any(no.start <= wanted.start and wanted.end <= no.end for no in self._refused):
            return False
        if fits([*self._taken, wanted], self._room):
            self._taken.append(wanted)
            return True
        self._refused.append(wanted)
        return False
