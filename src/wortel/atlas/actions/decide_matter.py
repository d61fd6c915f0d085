"""Decides on what waits at the desk; a correction that is accepted may be written down with the decision."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from wortel.actors.public import ActorAdapter, Listed, actor_profile
from wortel.atlas.domain.matter import Decided, Matter, Room
from wortel.intake.public import Naming, state_record
from wortel.organisations.public import ClaimNotOpen, RemovalNotOpen, decide_claim, decide_removal
from wortel.replies.public import NoAnswer, NotOpen, decide_reply, lock_open_reply
from wortel.trail.public import By

EDITORS = Naming("redactie", "Redactie van Wortel")
FICTIONAL_EDITORS = Naming("redactie-fictief", "Redactie van Wortel (fictief)", is_fictional=True)
"""The source through which decisions of the desk speak; fiction and fact have each their own."""

CORRECTABLE = ("name", "website", "status")
"""The fields of an actor that the desk may state."""


class DecidedMeanwhile(ValueError):
    """Someone was first, or it was withdrawn; `decided` says who and how as far as the room tells."""

    def __init__(self, decided: Decided | None = None) -> None:
        super().__init__("decided")
        self.decided = decided


def decide_matter(
    by: By, matter: Matter, *, accepted: bool, answer: str, at: datetime, correct: Mapping[str, str] | None = None
) -> None:
    """Closes the matter and mails the answer to its author.

    `correct` holds what is right, by field of `CORRECTABLE`; only read when a reply about an actor is accepted.
    Raises `DecidedMeanwhile`, or `NoAnswer` for a refusal without a word; then nothing changed.
    """
    if not accepted and not answer.strip():
        raise NoAnswer(matter.ref)
    try:
        with transaction.atomic():
            if matter.room is Room.CLAIM:
                decide_claim(by, matter.ref, accepted, answer, at)
            elif matter.room is Room.REMOVAL:
                decide_removal(by, matter.ref, accepted, answer, at)
            else:
                # The reply is locked before the source, so that two who decide at once wait for each other.
                lock_open_reply(matter.ref)
                if accepted and correct and matter.organisation:
                    state_correction(by, matter.organisation, correct, at)
                decide_reply(by, matter.ref, accepted=accepted, decision=answer, at=at)
    except NotOpen as closed:
        raise DecidedMeanwhile(Decided(closed.state, closed.decided_by, closed.decided_at, "")) from closed
    except (ClaimNotOpen, RemovalNotOpen) as closed:
        raise DecidedMeanwhile from closed


def state_correction(by: By, ref: str, correct: Mapping[str, str], at: datetime) -> None:
    """Writes down what the desk found to be right, beside what it stated before. Raises `ActorGone`, `NoSuchActor`.

    What an organisation says itself goes before it, and so does a register that speaks later.
    """
    with transaction.atomic():
        about = actor_profile(ref)
        source = FICTIONAL_EDITORS if about.actor.is_fictional else EDITORS
        said = next((it.raw for it in about.records if it.stands and it.source == source.key), {})
        kept = {name: str(value) for name, value in said.items() if name in CORRECTABLE and value}
        cells = {**_shown_name(about.actor), **kept, **{name: text for name, text in correct.items() if text}}
        adapter = ActorAdapter(at.date())
        statement = adapter.read({"key": ref, **cells, "stated_on": at.date().isoformat()})
        state_record(by, source, adapter, statement, cells, subject=ref, at=at)


def _shown_name(actor: Listed) -> dict[str, str]:
    """A record cannot do without a name: the one shown today, when that is not what is corrected."""
    return {"name": actor.name}
