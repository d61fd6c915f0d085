"""How a visitor wants to be spoken to."""

from __future__ import annotations

from enum import StrEnum


class Lens(StrEnum):
    """The audiences of the annex of the advice, and the plain words for who belongs to none."""

    PLAIN = "plain"
    GOVERNMENT = "government"
    SCHOOL = "school"
    COMPANY = "company"
    RESEARCH = "research"
    LEISURE = "leisure"


def lens_of(text: str) -> Lens:
    """The lens with that name; the plain one for anything else, so that an old cookie breaks no page."""
    return Lens(text) if text in set(Lens) else Lens.PLAIN
