"""Whether a need and an offer may be brought before each other's people at all, and what an empty list means."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from wortel.exchange.domain.words import LANGUAGES, OWN, PARTNERS, THEMES


class Shown(Protocol):
    """A need or an offer, as far as it matters here."""

    actor: str
    visibility: str
    is_fictional: bool
    themes: list[str]
    languages: list[str]


def may_meet(one: Shown, other: Shown, named: Mapping[str, Collection[str]]) -> bool:
    """Whether each may be shown to the other. `named`: the partners that an organisation names, by its ref.

    Never two of one organisation, nor a fictional and a real one.
    """
    if one.actor == other.actor or one.is_fictional != other.is_fictional:
        return False
    return _shows_itself(one, other.actor, named) and _shows_itself(other, one.actor, named)


def _shows_itself(it: Shown, to: str, named: Mapping[str, Collection[str]]) -> bool:
    if it.visibility == OWN:
        return False
    return it.visibility != PARTNERS or to in named.get(it.actor, ())


def meant_themes(it: Shown) -> frozenset[str]:
    """The themes it is about: none chosen is every theme."""
    return frozenset(it.themes or THEMES)


def meant_languages(it: Shown) -> frozenset[str]:
    """The languages it can be in: none chosen is any language."""
    return frozenset(it.languages or LANGUAGES)
