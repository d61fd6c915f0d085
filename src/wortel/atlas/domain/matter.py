"""What waits at the review desk: something said about an organisation or a figure, on which someone must decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

Area = tuple[str, str]
"""A division of the territory, and the code of an area in it."""


class Room(StrEnum):
    """Which room keeps the matter, by the word in its address."""

    REPLY = "melding"
    CLAIM = "aanvraag"
    REMOVAL = "verwijdering"


class Kind(StrEnum):
    """What is asked."""

    CLAIM = "claim"
    DISPUTE = "dispute"
    CORRECTION = "correction"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True)
class Decided:
    """How it ended: `how` is accepted, refused or withdrawn; `by` the ref of a person, empty for the command line."""

    how: str
    by: str
    at: datetime | None
    answer: str


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing to decide on.

    `organisation` is the ref of the actor it speaks of, empty for a figure; `areas` every area it lies in today, empty
    when nobody knows where. `author` is a person's ref, empty for who has no account. `proof` is a mail address that
    was proved to be on the organisation's own web domain. `decided` is `None` while it waits.
    """

    room: Room
    kind: Kind
    ref: str
    label: str
    path: str
    organisation: str
    nis: str
    since: datetime
    said: str
    author: str
    author_name: str
    author_mail: str
    author_organisation: str = ""
    proof: str = ""
    is_kept_already: bool = False
    taken_by: str = ""
    decided: Decided | None = None
    areas: frozenset[Area] = frozenset()

    @property
    def thing(self) -> str:
        """How the trail names it."""
        return f"{ {Room.REPLY: 'reply', Room.CLAIM: 'claim', Room.REMOVAL: 'removal'}[self.room] }:{self.ref}"

    def lying_in(self, areas: Iterable[Area]) -> Matter:
        """The same matter, with the areas it lies in."""
        return replace(self, areas=frozenset(areas))

    def age_in_days(self, at: datetime) -> int:
        """Whole days since it came in."""
        return max((at - self.since).days, 0)


def oldest_first(matters: Iterable[Matter]) -> list[Matter]:
    """In the order in which they came in."""
    return sorted(matters, key=lambda matter: (matter.since, matter.room, matter.ref))
