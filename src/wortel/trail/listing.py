"""Entries as a time line, ready for `trail/parts/trail.html`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from wortel.trail.details import Change
from wortel.trail.queries import TrailEntry
from wortel.trail.wording import NameOf, Wording, is_nothing, say_day

KEY = re.compile(r"[a-z_]+\.[a-z_]+")
"""A reason that was kept by its key only: no sentence for a reader."""


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed: what it is called, what it was, what it became. Empty: not said on that side."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words."""

    number: int
    when: str
    at: str
    sentence: str
    why: str
    about: str
    thing: str
    changes: tuple[Changed, ...]
    is_forgotten: bool


def trail_list(
    entries: Sequence[TrailEntry], name_of: NameOf, words: Mapping[str, str] = MappingProxyType({})
) -> dict[str, Any]:
    """The context of `trail/parts/trail.html`.

    `name_of` gives a person's name by ref, empty for who is gone; `words` what fields and values of a room are called.
    """
    wording = Wording(name_of, words)
    return {"trail": [_line(entry, wording) for entry in entries]}


def people_in(entries: Sequence[TrailEntry]) -> set[str]:
    """The refs of everyone these entries name, to ask their names at once."""
    said = (
        side.get(key) for entry in entries for side in (entry.before, entry.after) for key in ("person", "taken_by")
    )
    named = {ref for ref in said if isinstance(ref, str)}
    return (named | {ref for entry in entries for ref in (entry.person, entry.about_person)}) - {""}


def _line(entry: TrailEntry, wording: Wording) -> Line:
    is_about_another = entry.about_person and entry.about_person != entry.person
    return Line(
        number=entry.number,
        when=say_day(entry),
        at=entry.at.isoformat(timespec="minutes"),
        sentence=wording.entry(entry),
        why="" if KEY.fullmatch(entry.why) else entry.why,
        about=wording.name_of(entry.about_person) if is_about_another else "",
        thing=entry.thing,
        changes=tuple(_changes(entry, wording)),
        is_forgotten=entry.is_forgotten,
    )


def _changes(entry: TrailEntry, wording: Wording) -> Iterator[Changed]:
    for key in {**entry.before, **entry.after}:
        before, after = entry.before.get(key), entry.after.get(key)
        # What was empty and stays so changed nothing, whether it was said or not.
        if before != after and not (is_nothing(before) and is_nothing(after)):
            yield Changed(wording.label(key), _said(key, entry.before, wording), _said(key, entry.after, wording))


def _said(key: str, side: Change, wording: Wording) -> str:
    return wording.value(key, side[key]) if key in side else ""
