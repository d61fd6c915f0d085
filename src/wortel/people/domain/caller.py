"""Who asks for something: a stranger, or a person with the mandates that hold today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wortel.kernel.span import Span
from wortel.people.domain.capacities import CAPACITIES
from wortel.trail.domain.by import By


@dataclass(frozen=True, slots=True)
class HeldMandate:
    """A mandate that holds today. `area` empty is all of Flanders."""

    ref: str
    capacity: str
    organisation: str
    scheme: str
    area: str
    valid: Span


@dataclass(frozen=True, slots=True)
class Caller:
    """`person` is empty for a stranger; `is_strong`: this session was opened or confirmed with a second factor."""

    person: str = ""
    name: str = ""
    mandates: tuple[HeldMandate, ...] = ()
    is_strong: bool = False
    request: str = ""

    @property
    def is_stranger(self) -> bool:
        """Nobody signed in."""
        return not self.person

    @property
    def organisations(self) -> tuple[str, ...]:
        """The organisations this person may act for today, each once."""
        return tuple(dict.fromkeys(held.organisation for held in self.mandates if held.organisation))

    def holding(self, *capacities: str, organisation: str = "") -> Iterator[HeldMandate]:
        """The mandates held in one of these capacities, for that organisation ("" for the programme)."""
        return (held for held in self.mandates if held.capacity in capacities and held.organisation == organisation)

    def acts(self, organisation: str = "") -> By:
        """How this person signs what they do on a page, for that organisation."""
        return By("page", person=self.person, organisation=organisation, request=self.request)


STRANGER = Caller()
SECOND_FACTOR = "people.second_factor"
"""The reason key of "you may, once you confirm with a second factor"."""


def lacks_second_factor(caller: Caller, held: HeldMandate) -> bool:
    """Whether this capacity asks for a second factor that this session does not have."""
    return CAPACITIES[held.capacity].needs_second_factor and not caller.is_strong
