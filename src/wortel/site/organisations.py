"""What organisations are called, and the pages each has in all rooms, for rooms that may not know one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.actors.public import actor_names
from wortel.organisations.public import TABS

_FIRST = (
    ("exchange:mine", gettext_noop("Vraag en aanbod")),
    ("introductions:organisation", gettext_noop("Introducties")),
)
"""Tabs of higher rooms: what is done most stands first."""


def names(refs: Iterable[str]) -> Mapping[str, str]:
    """Name by ref of the actors that are known. One query."""
    return actor_names(refs)


def tabs(ref: str, here: str) -> Sequence[Mapping[str, object]]:
    """The pages of one organisation, in their order; `here` is the name of the page that is shown."""
    pages = (*_FIRST, *TABS)
    return [{"label": _(label), "url": reverse(name, args=[ref]), "here": name == here} for name, label in pages]
