"""A municipality found by its name, a former name, a part of it, a postcode or its code; small typing errors forgiven.

Names are compared by optimal string alignment (Damerau-Levenshtein with adjacent swaps), after folding case, accents,
hyphens and "St." = "Sint". A name is also compared with what the visitor typed so far.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from rapidfuzz.distance import OSA

from wortel.kernel.text import folded
from wortel.territory.domain.timeline import Timeline

LONGEST_QUESTION = 100


class Fit(IntEnum):
    """How well a name fits the question, best first."""

    EXACT = 0
    STARTS = 1
    WORD_STARTS = 2
    TYPING_ERROR = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to call a municipality of today's map: the words folded, and as they are shown."""

    key: str
    shown: str
    kind: str  # name, former, part, postcode or code
    nis: str


@dataclass(frozen=True, slots=True)
class Found:
    """A municipality of today's map, and by which of its names it was found."""

    nis: str
    name: str
    fit: Fit
    kind: str
    shown: str


@dataclass(frozen=True, slots=True)
class Finder:
    """Every name of every municipality on the map of one day. Built once per map with `Finder.of`."""

    entries: tuple[Entry, ...]
    name_of: dict[str, str]

    @classmethod
    def of(cls, timeline: Timeline, on: date) -> Finder:
        """The names of the municipalities of that day, those of the ones they were made of included."""
        names = {place.nis: place.name for place in timeline.municipalities(on)}
        return cls(tuple(sorted(set(_entries(timeline, on)), key=lambda entry: (entry.key, entry.nis))), names)

    def find(self, question: str, limit: int = 8) -> tuple[Found, ...]:
        """At most `limit` municipalities, best fit first, each once. No guesses beside an exact hit."""
        asked = simple(question[:LONGEST_QUESTION])
        if not asked:
            return ()
        best: dict[str, tuple[tuple[int, int, int, str], Found]] = {}
        for entry in self.entries:
            fit, distance = _fit(asked, entry)
            if fit is None:
                continue
            rank = (fit, distance, _KIND_ORDER.index(entry.kind), self.name_of[entry.nis])
            if entry.nis not in best or rank < best[entry.nis][0]:
                found = Found(entry.nis, self.name_of[entry.nis], fit, entry.kind, entry.shown)
                best[entry.nis] = (rank, found)
        ordered = [found for _, found in sorted(best.values(), key=lambda pair: pair[0])]
        if ordered and ordered[0].fit is Fit.EXACT:
            ordered = [found for found in ordered if found.fit is not Fit.TYPING_ERROR]
        return tuple(ordered[:limit])


_KIND_ORDER = ("name", "former", "part", "postcode", "code")


def simple(text: str) -> str:
    """The text as names are compared: folded, only letters and digits, "St." written out."""
    words = re.sub(r"[^a-z0-9]+", " ", folded(text)).split()
    return " ".join("sint" if word == "st" else word for word in words)


def _fit(asked: str, entry: Entry) -> tuple[Fit | None, int]:
    if asked == entry.key:
        return Fit.EXACT, 0
    if entry.key.startswith(asked):
        return Fit.STARTS, 0
    if entry.kind in {"postcode", "code"} or len(asked) < 3:
        return None, 0
    if f" {asked}" in entry.key:
        return Fit.WORD_STARTS, 0
    return _typing_error(asked, entry.key)


def _typing_error(asked: str, key: str) -> tuple[Fit | None, int]:
    """One error in a short word, two from eight letters on; the first letters of a longer name count as well."""
    allowed = 1 if len(asked) < 8 else 2
    if len(asked) < 4:
        return None, 0
    distances = [OSA.distance(asked, key, score_cutoff=allowed)]
    if len(key) > len(asked):
        distances.append(OSA.distance(asked, key[: len(asked)], score_cutoff=allowed))
    distance = min(distances)
    return (Fit.TYPING_ERROR, distance) if distance <= allowed else (None, 0)


def _entries(timeline: Timeline, on: date) -> Iterator[Entry]:
    for place in timeline.municipalities(on):
        yield Entry(simple(place.name), place.name, "name", place.nis)
        yield Entry(place.nis, place.nis, "code", place.nis)
        yield from _parts(place.nis, timeline, on)
    for former in timeline.register.by_nis.values():
        if former.valid.end is not None and former.valid.end <= on:
            for after in timeline.successors(former.nis, on):
                yield Entry(simple(former.name), former.name, "former", after.nis)
                yield Entry(former.nis, former.nis, "code", after.nis)


def _parts(nis: str, timeline: Timeline, on: date) -> Iterable[Entry]:
    for part in timeline.submunicipalities_of(nis, on):
        yield Entry(simple(part.name), part.name, "part", nis)
    for row in timeline.postcodes_of(nis, on):
        yield Entry(row.code, row.code, "postcode", nis)
        yield Entry(simple(row.place), row.place, "part", nis)
