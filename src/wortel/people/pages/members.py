"""Who acts for an organisation: now, soon, and then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wortel.people.calling import caller_of
from wortel.people.domain.caller import Caller
from wortel.people.domain.giving import giveable
from wortel.people.domain.mandate import COMING, HOLDS
from wortel.people.domain.scope import Scope
from wortel.people.forms import DayForm
from wortel.people.models import Invitation
from wortel.people.pages.around import name_of
from wortel.people.permissions import may_end_mandate, may_read_person, may_see_members
from wortel.people.permit import permit
from wortel.people.providers import organisation_tabs
from wortel.people.queries import Member, members, names_of, open_proposals, proposal
from wortel.people.wording import say, say_capacity, say_ground, say_state
from wortel.shell import clock


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of the table. `is_own`: the reader's; `can_end` and `can_prolong`: what the reader may do with it."""

    ref: str
    name: str
    email: str
    capacity: str
    where: str
    since: date
    until: date | None
    state: str
    ground: str
    given_by: str
    is_own: bool
    can_end: bool
    can_prolong: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """An open request or invitation, and what the reader may do."""

    ref: str
    is_request: bool
    who: str
    capacity: str
    where: str
    since: date
    expires: date
    has_expired: bool


def show_members(request: HttpRequest, ref: str) -> HttpResponse:
    """The people of an organisation, for who acts for it."""
    name = name_of(ref)
    caller = caller_of(request)
    permit(request, may_see_members(caller, ref), say)
    form = DayForm(request.GET or None)
    day = form.day
    found = members(ref)
    waiting = open_proposals(ref) if giveable(caller, Scope(ref)) else ()
    called = names_of([*(each.given_by for each in found), *(row.person for row in waiting)])
    on = clock.today()
    acting = [each for each in found if each.mandate.state_on(on) in {COMING, HOLDS}]
    context = {
        "ref": ref,
        "name": name,
        "tabs": organisation_tabs(ref, "people:members"),
        "people": len({each.email for each in acting}),
        "now": rows_of(caller, acting, called, on),
        "former": rows_of(
            caller, [each for each in found if each.mandate.state_on(on) not in {COMING, HOLDS}], called, on
        ),
        "waiting": waiting_of(waiting, called),
        "can_invite": bool(giveable(caller, Scope(ref))),
        "form": form,
        "day": day,
        "then": rows_of(caller, [each for each in found if day and each.mandate.held_during(day)], called, on),
        "crumbs": [(name, reverse("actors:actor", args=[ref]))],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and not form.is_valid() else HTTPStatus.OK
    return render(request, "people/members.html", context, status=status)


def rows_of(
    caller: Caller,
    found: Sequence[Member],
    called: Mapping[str, str],
    on: date,
    areas: Mapping[tuple[str, str], str] | None = None,
) -> list[MemberRow]:
    """The lines of a table; asks nothing of the database, however many there are."""
    return [_row(caller, each, called, on, areas or {}) for each in found]


def _row(
    caller: Caller,
    member: Member,
    called: Mapping[str, str],
    on: date,
    areas: Mapping[tuple[str, str], str],
) -> MemberRow:
    mandate = member.mandate
    own = mandate.person == caller.person
    organisations = [mandate.scope.organisation] if mandate.scope.organisation else []
    reads = bool(may_read_person(caller, mandate.person, organisations))
    ends = bool(may_end_mandate(caller, mandate, last=False, on=on))
    return MemberRow(
        ref=mandate.ref,
        name=member.name or (member.email if reads else ""),
        email=member.email if reads and member.name else "",
        capacity=say_capacity(mandate.capacity),
        where=areas.get((mandate.scope.scheme, mandate.scope.area), mandate.scope.area),
        since=mandate.valid.start,
        until=mandate.ended_on or mandate.valid.end,
        state=say_state(mandate.state_on(on)),
        ground=say_ground(member.ground),
        given_by=called.get(member.given_by, ""),
        is_own=own,
        can_end=ends,
        can_prolong=ends and not own and mandate.valid.end is not None,
    )


def waiting_of(
    rows: Sequence[Invitation], called: Mapping[str, str], areas: Mapping[tuple[str, str], str] | None = None
) -> list[Waiting]:
    """Open requests first, then invitations that wait for the other."""
    at = clock.now()
    found = []
    for row in sorted(rows, key=lambda row: row.way != Invitation.Way.ASKED):
        each = proposal(row)
        asked = row.way == Invitation.Way.ASKED
        found.append(
            Waiting(
                ref=row.ref,
                is_request=asked,
                who=called.get(row.person, "") if asked else row.email,
                capacity=say_capacity(row.capacity),
                where=row.organisation_name or (areas or {}).get((row.scheme, row.area), ""),
                since=each.made_at.date(),
                expires=each.expires_at.date(),
                has_expired=at >= each.expires_at,
            )
        )
    return found
