"""Which room takes in which kind of record."""

from __future__ import annotations

from datetime import date

from wortel.actors.public import ActorAdapter
from wortel.coverage.public import EvidenceAdapter
from wortel.intake.public import Adapter


def adapter_for(kind: str, today: date) -> Adapter:
    """A fresh adapter for one import of `actors` or `evidence`. Raises `KeyError` for another kind."""

    return {"actors": ActorAdapter, "evidence": EvidenceAdapter}[kind](today)
