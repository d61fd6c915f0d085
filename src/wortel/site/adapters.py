"""Which room takes in which kind of record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from wortel.actors.public import ActorAdapter
from wortel.coverage.public import EvidenceAdapter
from wortel.intake.public import Adapter

KINDS: dict[str, Callable[[date], Adapter]] = {"actors": ActorAdapter, "evidence": EvidenceAdapter}


def adapter_for(kind: str, today: date) -> Adapter:
    """A fresh adapter for one import of `actors` or `evidence`. Raises `KeyError` for another kind."""
    return KINDS[kind](today)
