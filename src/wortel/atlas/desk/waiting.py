"""What waits at the desk, put together from the rooms that keep it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from wortel.actors.public import Listed, named_actors
from wortel.atlas.domain.matter import Area, Decided, Kind, Matter, Room, oldest_first
from wortel.organisations.public import OpenClaim, OpenRemoval, Removal, open_claims, open_removals
from wortel.people.public import Person
from wortel.replies.public import Reply, organisation_in
from wortel.territory.public import timeline


def waiting_matters(on: date) -> list[Matter]:
    """Everything that waits, the oldest first, each with the areas it lies in on that day. Eight queries at most."""
    replies = list(Reply.objects.filter(state=Reply.State.OPEN).order_by("confirmed_at", "pk"))
    claims, removals = open_claims(), open_removals()
    refs = {organisation_in(reply.target) for reply in replies}
    refs |= {claim.actor for claim in claims} | {removal.actor for removal in removals}
    actors = named_actors(sorted(refs - {""}))
    people = {it.ref: it for it in Person.objects.filter(ref__in=[removal.person for removal in removals])}
    found: Iterator[Matter] = (of_reply(reply, actors.get(organisation_in(reply.target))) for reply in replies)
    matters = [*found, *(of_claim(claim, actors.get(claim.actor)) for claim in claims)]
    matters += [of_removal(asked, actors.get(asked.actor), people.get(asked.person)) for asked in removals]
    return [matter.lying_in(areas_of(matter.nis, on)) for matter in oldest_first(matters)]


def areas_of(nis: str, on: date) -> Iterator[Area]:
    """Every area that holds the municipality, or what became of it, on that day; nothing for an unknown one."""
    try:
        places = timeline().successors(nis, on) if nis else ()
    except LookupError:
        return
    for place in places:
        yield "gemeente", place.nis
        for scheme in timeline().schemes():
            area = timeline().area_of(place.nis, scheme, on)
            if area is not None:
                yield scheme, area.code


def path_of(ref: str) -> str:
    """The page of an actor."""
    return reverse("actors:actor", args=[ref])


def of_reply(reply: Reply, actor: Listed | None) -> Matter:
    """A reply; `actor` is the one it speaks of, if any."""
    decided = None
    if reply.state != Reply.State.OPEN:
        decided = Decided(reply.state, reply.decided_by, reply.decided_at, reply.decision)
    return Matter(
        room=Room.REPLY,
        kind=Kind(reply.kind),
        ref=reply.ref,
        label=reply.target_label,
        path=reply.target_path,
        organisation=organisation_in(reply.target),
        nis=actor.nis if actor and actor.nis else reply.nis or _municipality_in(reply.target),
        since=reply.confirmed_at or reply.created_at,
        said=reply.message,
        author=reply.person,
        author_name=reply.author_name,
        author_mail=reply.author_email,
        author_organisation=reply.organisation,
        is_kept_already=actor is not None and actor.is_claimed,
        taken_by=reply.taken_by,
        decided=decided,
    )


def _municipality_in(target: str) -> str:
    """For replies of before the municipality was kept with them."""
    kind, _, code = target.partition(":")
    return code if kind == "municipality" else ""


def of_claim(claim: OpenClaim, actor: Listed | None) -> Matter:
    """A claim that waits."""
    return Matter(
        room=Room.CLAIM,
        kind=Kind.CLAIM,
        ref=claim.ref,
        label=claim.actor_name,
        path=path_of(claim.actor),
        organisation=claim.actor,
        nis=actor.nis if actor else "",
        since=claim.made_at,
        said=claim.message,
        author=claim.person,
        author_name=claim.person_name,
        author_mail=claim.person_mail,
        proof=claim.mail,
        is_kept_already=claim.has_administrator,
    )


def of_removal(asked: OpenRemoval | Removal, actor: Listed | None, person: Person | None) -> Matter:
    """A request to take a profile away, asked by that person."""
    return Matter(
        room=Room.REMOVAL,
        kind=Kind.REMOVAL,
        ref=asked.ref,
        label=actor.name if actor else asked.actor,
        path=path_of(asked.actor),
        organisation=asked.actor,
        nis=actor.nis if actor else "",
        since=asked.made_at,
        said=asked.why,
        author=asked.person,
        author_name=person.name if person else "",
        author_mail=(person.email or "") if person else "",
    )
