"""Takes the demo world away, whole."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.actors.public import ActorAdapter
from wortel.coverage.public import EvidenceAdapter, remove_fictional_evidence
from wortel.demo.actions.forget_people import forget_people
from wortel.exchange.public import forget_fictional_listings
from wortel.intake.public import Adapter, forget_fiction
from wortel.introductions.public import forget_fictional_introductions
from wortel.organisations.public import forget_fictional_organisations
from wortel.replies.public import forget_replies
from wortel.trail.public import By, leave

ABOUT_FICTION = ("actor:demo-", "evidence:demo-")
"""What visitors wrote about fiction goes with it."""


def remove_world(by: By, at: datetime) -> int:
    """Leaves nothing fictional and touches nothing real; says how many records went. All of it or nothing."""
    adapters: dict[str, Adapter] = {"actors": ActorAdapter(at.date()), "evidence": EvidenceAdapter(at.date())}
    with transaction.atomic():
        forgotten = forget_fiction(adapters, at)
        forgotten += remove_fictional_evidence(by, at)
        forget_replies(by, ABOUT_FICTION, at)
        forget_fictional_introductions(by, at)
        forget_fictional_listings(by, at)
        forget_fictional_organisations(by, at)
        forget_people(by, at)
        if forgotten:
            leave(by, "demo.removed", "demo:world", at=at, before={"records": forgotten})
    return forgotten
