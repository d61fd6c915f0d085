"""For whom an introduction waits, as one side sees it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from wortel.introductions.domain.states import CONFIRMED, IN_CONTACT, PROPOSED, READ, UNDONE, Stage
from wortel.kernel.text import gettext_noop

FOR_US, FOR_THEM, PLANNED, PAST = "for_us", "for_them", "planned", "past"
GROUPS: Mapping[str, str] = MappingProxyType(
    {
        FOR_US: gettext_noop("Wacht op jullie"),
        FOR_THEM: gettext_noop("Wacht op de ander"),
        PLANNED: gettext_noop("Gepland"),
        PAST: gettext_noop("Voorbij"),
    }
)
"""In the order of the page."""


def group_of(stage: Stage, side: str, on: date, *, has_told: bool) -> str:
    """The group for this side; `has_told`: it said how it was."""
    if stage.state in UNDONE:
        return PAST
    if stage.state in (PROPOSED, READ):
        return FOR_THEM if side in stage.agreed else FOR_US
    if stage.state == IN_CONTACT:
        return FOR_US
    if stage.state == CONFIRMED and (stage.planned_on is None or stage.planned_on > on):
        return PLANNED
    return PAST if has_told else FOR_US
