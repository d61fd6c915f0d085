"""Who is who, and who acts for whom, in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from allauth.account.models import EmailAddress
from django.db.models import Q, QuerySet

from wortel.kernel.span import Span
from wortel.people.domain.caller import HeldMandate
from wortel.people.domain.capacities import ADMINISTRATOR, PLATFORM_ADMINISTRATOR
from wortel.people.domain.invitation import Proposal
from wortel.people.domain.mandate import GivenMandate
from wortel.people.domain.scope import Scope
from wortel.people.in_force import mandates_in_force
from wortel.people.models import Invitation, Mandate, Person
from wortel.shell.clock import BRUSSELS


@dataclass(frozen=True, slots=True)
class Member:
    """A mandate with what its holder is called (empty after erasure), and by whom and on what ground it was given."""

    mandate: GivenMandate
    name: str
    email: str
    given_by: str
    ground: str


def held_mandates(person_id: int, on: date) -> tuple[HeldMandate, ...]:
    """The mandates of a person that hold on that day. One query."""
    rows = (
        mandates_in_force(on)
        .filter(person_id=person_id)
        .order_by("organisation", "capacity", "id")
        .values_list("ref", "capacity", "organisation", "scheme", "area", "valid_from", "valid_to")
    )
    return tuple(HeldMandate(*row[:5], Span(row[5], row[6])) for row in rows)


def members(organisation: str) -> tuple[Member, ...]:
    """Everyone who acts or ever acted for an organisation, administrators first. One query."""
    return _members(Mandate.objects.filter(organisation=organisation))


def mandates_on(organisation: str, day: date) -> tuple[Member, ...]:
    """Who could act for an organisation at some moment of that day. One query."""
    rows = Mandate.objects.filter(organisation=organisation, valid_from__lte=day)
    return tuple(member for member in _members(rows) if member.mandate.held_during(day))


def all_mandates_on(day: date) -> tuple[Member, ...]:
    """Who held which mandate at some moment of that day, for whomever. One query."""
    rows = Mandate.objects.filter(valid_from__lte=day)
    return tuple(member for member in _members(rows) if member.mandate.held_during(day))


def programme_roles() -> tuple[Member, ...]:
    """Everyone who has or had a role in the programme. One query."""
    return _members(Mandate.objects.filter(organisation=""))


def _members(rows: QuerySet[Mandate]) -> tuple[Member, ...]:
    found = rows.select_related("person").order_by("capacity", "-valid_from", "id")
    return tuple(Member(given(row), row.person.name, row.person.email or "", row.given_by, row.ground) for row in found)


def given(row: Mandate) -> GivenMandate:
    """The mandate of a row; costs a query when its person was not read along."""
    return GivenMandate(
        ref=row.ref,
        person=row.person.ref,
        capacity=row.capacity,
        scope=Scope(row.organisation, row.scheme, row.area),
        valid=Span(row.valid_from, row.valid_to),
        ended_on=row.ended_at.astimezone(BRUSSELS).date() if row.ended_at else None,
    )


def proposal(row: Invitation) -> Proposal:
    """The invitation or request of a row, its instants in Belgian time."""
    return Proposal(
        ref=row.ref,
        way=row.way,
        state=row.state,
        email=row.email,
        person=row.person,
        capacity=row.capacity,
        scope=Scope(row.organisation, row.scheme, row.area),
        until=row.valid_to,
        made_by=row.made_by,
        made_at=row.made_at.astimezone(BRUSSELS),
        expires_at=row.expires_at.astimezone(BRUSSELS),
        answered_at=row.answered_at.astimezone(BRUSSELS) if row.answered_at else None,
        succeeds=row.succeeds,
    )


def open_proposals(organisation: str) -> tuple[Invitation, ...]:
    """What is open at an organisation ("" the programme), also what ran out unanswered; the oldest first. One query."""
    rows = Invitation.objects.filter(organisation=organisation, state=Invitation.State.OPEN)
    return tuple(rows.order_by("made_at", "id"))


def requests_waiting(organisations: Iterable[str], at: datetime) -> tuple[Invitation, ...]:
    """Requests at these organisations that still wait for an answer. One query."""
    rows = Invitation.objects.filter(
        organisation__in=set(organisations), way=Invitation.Way.ASKED, state=Invitation.State.OPEN, expires_at__gt=at
    )
    return tuple(rows.order_by("made_at", "id"))


def stalled_requests(asked_before: datetime, at: datetime) -> tuple[Invitation, ...]:
    """Requests that nobody answered since then, or that nobody can answer. Two queries."""
    waiting = Invitation.objects.filter(way=Invitation.Way.ASKED, state=Invitation.State.OPEN, expires_at__gt=at)
    kept = set(
        Mandate.objects.filter(
            Q(valid_to=None) | Q(valid_to__gt=at.date()), capacity=ADMINISTRATOR, ended_at=None
        ).values_list("organisation", flat=True)
    )
    return tuple(
        row for row in waiting.order_by("made_at") if row.made_at <= asked_before or row.organisation not in kept
    )


def own_proposals(person: str, addresses: Iterable[str], at: datetime) -> tuple[Invitation, ...]:
    """The open requests of a person, and the open invitations to their verified addresses. One query."""
    mine = Q(way=Invitation.Way.ASKED, person=person)
    for address in addresses:
        mine |= Q(way=Invitation.Way.INVITED, email__iexact=address)
    rows = Invitation.objects.filter(mine, state=Invitation.State.OPEN, expires_at__gt=at)
    return tuple(rows.order_by("made_at", "id"))


def verified_addresses(person_id: int) -> tuple[str, ...]:
    """The mail addresses of which the person showed that they can read what comes in. One query."""
    found = EmailAddress.objects.filter(user_id=person_id, verified=True).order_by("-primary", "email")
    return tuple(found.values_list("email", flat=True))


def verified_addresses_of(person: str) -> tuple[str, ...]:
    """The same, of the person with that ref. One query."""
    return tuple(EmailAddress.objects.filter(user__ref=person, verified=True).values_list("email", flat=True))


def administrators(organisation: str, on: date) -> tuple[Person, ...]:
    """The people who administer an organisation that day; "" is the platform. One query."""
    capacity = ADMINISTRATOR if organisation else PLATFORM_ADMINISTRATOR
    ids = mandates_in_force(on).filter(organisation=organisation, capacity=capacity).values("person_id")
    return tuple(Person.objects.filter(pk__in=ids, erased_at=None).order_by("pk"))


def administrators_of(organisations: Iterable[str], on: date) -> Mapping[str, tuple[Person, ...]]:
    """The people who administer each of these organisations that day, by its ref. One query."""
    rows = mandates_in_force(on).filter(
        organisation__in=set(organisations), capacity=ADMINISTRATOR, person__erased_at=None
    )
    rows = rows.select_related("person")
    found: dict[str, dict[int, Person]] = {}
    for row in rows.order_by("pk"):
        found.setdefault(row.organisation, {})[row.person.pk] = row.person
    return {organisation: tuple(people.values()) for organisation, people in found.items()}


def names_of(refs: Iterable[str]) -> Mapping[str, str]:
    """What these people are called; who is erased or unknown is left out. One query."""
    wanted = {ref for ref in refs if ref}
    rows = Person.objects.filter(ref__in=wanted).values_list("ref", "name", "email") if wanted else ()
    return {ref: name or email for ref, name, email in rows if name or email}
