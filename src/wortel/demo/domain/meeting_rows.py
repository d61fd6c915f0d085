"""An introduction of the invented world: who meets whom, its steps in days before today, and what both said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from wortel.demo.domain.listing_rows import ref_of
from wortel.introductions.domain.feedback import Said
from wortel.kernel.reason import Reason

ENGINE, DESK, DIRECT = "engine", "desk", "direct"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of `introductions.domain.states`: by which side, how many days ago."""

    step: str
    side: str
    days_ago: int
    planned_on: date | None = None
    why: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """`need` and `offer` are keys of listings; `said` by side, with how many days ago."""

    need: str
    offer: str
    origin: str
    proposed_by: str
    days_ago: int
    steps: tuple[StepRow, ...] = ()
    said: Mapping[str, tuple[Said, int]] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    score: int | None = None
    km: float | None = None

    @property
    def ref(self) -> str:
        """The name under which it will be found."""
        return ref_of(f"{self.need}+{self.offer}")
