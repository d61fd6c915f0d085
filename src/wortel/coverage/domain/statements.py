"""What people said, counted: the statements about one place in one calendar year."""

from __future__ import annotations

from collections.abc import Mapping
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
    """How many statements of each sort name one place: `nis` is the code of the year itself, `postcode` may be empty.

    The first four count activities by status; `denied` counts statements that nothing was held and that stand
    unopposed, the two after it those that are contested or withdrawn. `denier` and `disputer` are each one of those
    who deny, or whose statement is contested (the first by name), so that a reason can name somebody.
    """

    nis: str
    postcode: str
    recognised: int = 0
    equivalent: int = 0
    contested: int = 0
    withdrawn: int = 0
    denied: int = 0
    denied_contested: int = 0
    denied_withdrawn: int = 0
    denier: str = ""
    disputer: str = ""

    @property
    def statements(self) -> int:
        """All of them, withdrawn ones too."""
        return sum(self[2:9])


COUNTS = Tally._fields[2:9]


def column_of(claim: str, status: str) -> str:
    """The name of the count that a statement of this sort goes into."""
    if claim == Claim.ACTIVITY:
        return status
    return {Status.CONTESTED: "denied_contested", Status.WITHDRAWN: "denied_withdrawn"}.get(Status(status), "denied")


def tally_of_one(nis: str, postcode: str, claim: str, status: str, reporter: str = "") -> Tally:
    """The tally of a single statement."""
    tally = Tally(
        nis,
        postcode,
        denier=reporter if claim == Claim.NONE and status != Status.WITHDRAWN else "",
        disputer=reporter if status == Status.CONTESTED else "",
    )
    return with_counts(tally, {column_of(claim, status): 1})


def with_counts(tally: Tally, number_of: Mapping[str, int]) -> Tally:
    """The same place and names with these counts, zero for those not given."""
    return Tally._make((*tally[:2], *(number_of.get(name, 0) for name in COUNTS), *tally[9:]))
