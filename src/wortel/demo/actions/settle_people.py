"""Settles the invented people in the demo world, each with the mandate of their part."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from wortel.demo.domain.people import PEOPLE, VOICES, Voice
from wortel.intake.public import subjects_of
from wortel.organisations.public import claim_by_review, organisation
from wortel.people.public import Person, Scope, give_mandate
from wortel.replies.public import Author, Target, file_reply
from wortel.trail.public import By, leave


def settle_people(by: By, at: datetime) -> int:
    """How many were new. Whose organisation is not in this world gets no mandate."""
    spoken_of = [each.actor for each in (*PEOPLE, *VOICES) if each.actor]
    actors = subjects_of("actors", spoken_of)
    with transaction.atomic():
        known = {person.ref: person for person in Person.objects.filter(ref__in=[part.ref for part in PEOPLE])}
        newcomers = [part for part in PEOPLE if part.ref not in known]
        for part in newcomers:
            known[part.ref] = Person.objects.create(
                ref=part.ref, name=part.name, email=part.email, is_fictional=True, joined_at=at
            )
        for part in PEOPLE:
            # Without an address that is known to be theirs they could not answer an invitation, and could invite
            # themselves.
            EmailAddress.objects.get_or_create(
                user=known[part.ref], email=part.email, defaults={"verified": True, "primary": True}
            )
            if part.capacity and (not part.actor or part.actor in actors):
                scope = Scope(actors.get(part.actor, ""), part.scheme, part.area)
                give_mandate(by, known[part.ref], part.capacity, scope, ground="command", at=at)
        if newcomers:
            for voice in VOICES:
                _send(voice, actors.get(voice.actor, ""), at)
            leave(by, "demo.people_settled", "demo:people", at=at, after={"people": len(newcomers)})
    return len(newcomers)


def _send(voice: Voice, ref: str, at: datetime) -> None:
    """What this person says of the actor with that ref, as they would send it themselves; nothing when it is away."""
    if not ref:
        return
    part = next(part for part in PEOPLE if part.key == voice.person)
    by, about = By("page", person=part.ref, request="wortel demo"), organisation(ref)
    if voice.kind == "claim":
        claim_by_review(by, about, voice.message, at)
        return
    target = Target(f"actor:{ref}", about.actor.name, f"/actoren/{ref}/", nis=about.actor.nis)
    file_reply(by, target, voice.kind, Author(part.name, part.email, is_known=True), voice.message, "", at)
