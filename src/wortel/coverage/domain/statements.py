"""What people said, counted: statements of one sort about one place in one calendar year."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Claim(StrEnum):
    """What a statement says: an activity was held there, or none was."""

    ACTIVITY = "activity"
    NONE = "none"


class Status(StrEnum):
    """How a statement stands today."""

    RECOGNISED = "recognised"
    EQUIVALENT = "equivalent"
    CONTESTED = "contested"
    WITHDRAWN = "withdrawn"


class Tally(NamedTuple):
    """How many statements of one sort name one place: `nis` is the code of the year itself, `postcode` may be empty.

    `reporter` is one of those who say so (the first by name); kept only where a reason must name somebody.
    """

    nis: str
    postcode: str
    claim: str
    status: str
    number: int
    reporter: str = ""
