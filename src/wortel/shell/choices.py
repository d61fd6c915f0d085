"""Choices on a list as plain links, so that it works without JavaScript."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FacetOption:
    """One value of a facet as a link that chooses it, or lets it go."""

    label: str
    count: int
    url: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """A facet with its options; open ones show them at once."""

    title: str
    open: bool
    options: tuple[FacetOption, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A link with a word, and whether it is how the page stands now."""

    label: str
    url: str
    here: bool = False
