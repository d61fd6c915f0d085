"""The part of one's own overview that says on whose behalf one acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.urls import reverse

from wortel.people.calling import caller_of
from wortel.people.domain.caller import Caller, HeldMandate, lacks_second_factor
from wortel.people.domain.capacities import ADMINISTRATOR
from wortel.people.links import INVITATION_LINKS
from wortel.people.models import Invitation
from wortel.people.pages.around import person_of
from wortel.people.pages.members import Waiting, waiting_of
from wortel.people.permissions import may_give_programme_role
from wortel.people.providers import area_names, organisation_names
from wortel.people.queries import names_of, own_proposals, requests_waiting, verified_addresses
from wortel.people.wording import say_capacity, say_task
from wortel.shell import clock


@dataclass(frozen=True, slots=True)
class OwnMandate:
    """One of your mandates. `needs_step`: it asks for a second factor that this session does not have."""

    ref: str
    capacity: str
    task: str
    organisation: str
    name: str
    until: date | None
    needs_step: bool


@dataclass(frozen=True, slots=True)
class OwnInvitation:
    """An invitation to one of your addresses."""

    url: str
    capacity: str
    name: str
    expires: date


def mandates_part(request: HttpRequest) -> dict[str, object]:
    """What `people/parts/mandates.html` shows. At most six queries, however much there is."""
    caller, at = caller_of(request), clock.now()
    names = organisation_names(caller.organisations)
    areas = area_names(clock.today()) if any(held.area for held in caller.mandates) else {}
    mine = own_proposals(caller.person, verified_addresses(person_of(request).pk), at)
    invited = [row for row in mine if row.way == Invitation.Way.INVITED]
    asked = [row for row in mine if row.way == Invitation.Way.ASKED]
    at_mine = _at_my_organisations(caller)
    return {
        "mandates": [_own(caller, held, names.get(held.organisation, ""), areas) for held in caller.mandates],
        "invitations": [
            OwnInvitation(
                reverse("people:invitation", args=[INVITATION_LINKS.token_for(row.ref)]),
                say_capacity(row.capacity),
                row.organisation_name,
                row.expires_at.astimezone(clock.BRUSSELS).date(),
            )
            for row in invited
        ],
        "asked": waiting_of(asked, {caller.person: caller.name}),
        "waiting": at_mine,
        "gives_roles": bool(may_give_programme_role(caller)),
    }


def _own(caller: Caller, held: HeldMandate, name: str, areas: object) -> OwnMandate:
    where = areas.get((held.scheme, held.area), "") if isinstance(areas, dict) else ""
    return OwnMandate(
        ref=held.ref,
        capacity=say_capacity(held.capacity),
        task=say_task(held.capacity),
        organisation=held.organisation,
        name=name or where,
        until=held.valid.end,
        needs_step=lacks_second_factor(caller, held),
    )


def _at_my_organisations(caller: Caller) -> list[Waiting]:
    mine = [held.organisation for held in caller.mandates if held.capacity == ADMINISTRATOR]
    rows = requests_waiting(mine, clock.now()) if mine else ()
    return waiting_of(rows, names_of(row.person for row in rows))
