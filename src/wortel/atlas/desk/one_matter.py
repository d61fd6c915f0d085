"""One matter of the desk, also when it was decided or withdrawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wortel.actors.public import Listed, named_actors
from wortel.atlas.desk.waiting import areas_of, of_claim, of_removal, of_reply, path_of
from wortel.atlas.domain.matter import Decided, Kind, Matter, Room
from wortel.organisations.public import Claim, Removal, open_claims
from wortel.people.public import Person
from wortel.replies.public import Reply, organisation_in


def matter_of(room: Room, ref: str, on: date) -> Matter | None:
    """The matter with that ref, with the areas it lies in; `None` when there is none. Six queries at most."""
    found = {Room.REPLY: _reply, Room.CLAIM: _claim, Room.REMOVAL: _removal}[room](ref)
    return found.lying_in(areas_of(found.nis, on)) if found else None


def _reply(ref: str) -> Matter | None:
    reply = Reply.objects.filter(ref=ref).exclude(state=Reply.State.UNCONFIRMED).first()
    return of_reply(reply, _actor(organisation_in(reply.target))) if reply else None


def _claim(ref: str) -> Matter | None:
    waits = next((claim for claim in open_claims() if claim.ref == ref), None)
    if waits:
        return of_claim(waits, _actor(waits.actor))
    row = Claim.objects.filter(ref=ref).exclude(state__in=(Claim.State.SENT, Claim.State.OPEN)).first()
    if row is None:
        return None
    person, actor = _person(row.person), _actor(row.actor)
    return Matter(
        room=Room.CLAIM,
        kind=Kind.CLAIM,
        ref=ref,
        label=row.actor_name,
        path=path_of(row.actor),
        organisation=row.actor,
        nis=actor.nis if actor else "",
        since=row.made_at,
        said=row.message,
        author=row.person,
        author_name=person.name if person else "",
        author_mail=(person.email or "") if person else "",
        proof=row.email,
        decided=Decided(row.state, row.decided_by, row.decided_at, row.answer),
    )


def _removal(ref: str) -> Matter | None:
    row = Removal.objects.filter(ref=ref, what="profile").first()
    if row is None:
        return None
    found = of_removal(row, _actor(row.actor), _person(row.person))
    if row.decided_at is None:
        return found
    how = "accepted" if row.is_granted else "refused"
    return replace(found, decided=Decided(how, row.decided_by, row.decided_at, row.answer))


def _actor(ref: str) -> Listed | None:
    return named_actors([ref]).get(ref) if ref else None


def _person(ref: str) -> Person | None:
    person: Person | None = Person.objects.filter(ref=ref).first()
    return person
