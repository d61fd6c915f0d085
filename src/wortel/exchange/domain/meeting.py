"""Whether a need and an offer may be brought before each other's people at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Protocol

from wortel.exchange.domain.words import OWN, PARTNERS


class Shown(Protocol):
    """A need or an offer, as far as it matters here."""

    actor: str
    visibility: str
    is_fictional: bool


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
