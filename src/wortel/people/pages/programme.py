"""The roles in the programme: who has which, and giving one."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.people.actions.invite import Wish, invite
from wortel.people.calling import caller_of
from wortel.people.domain.caller import Caller
from wortel.people.domain.capacities import CAPACITIES, PLATFORM_ADMINISTRATOR
from wortel.people.domain.mandate import COMING, HOLDS
from wortel.people.domain.policy import PATIENCE
from wortel.people.forms import RoleForm
from wortel.people.pages.members import rows_of, waiting_of
from wortel.people.permissions import may_give_programme_role
from wortel.people.permit import permit
from wortel.people.providers import area_names
from wortel.people.queries import names_of, open_proposals, programme_roles, stalled_requests
from wortel.people.refused import NotAllowed
from wortel.people.wording import say
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of


def roles(request: HttpRequest) -> HttpResponse:
    """Everyone with a role in the programme, and what waits for a platform administrator."""
    caller = caller_of(request)
    permit(request, may_give_programme_role(caller), say)
    found, on, areas = programme_roles(), clock.today(), area_names(clock.today())
    open_rows = open_proposals("")
    helps = any(caller.holding(PLATFORM_ADMINISTRATOR))
    stalled = stalled_requests(clock.now() - PATIENCE, clock.now()) if helps else ()
    called = names_of([*(each.given_by for each in found), *(row.person for row in stalled)])
    current = [each for each in found if each.mandate.state_on(on) in {COMING, HOLDS}]
    former = [each for each in found if each.mandate.state_on(on) not in {COMING, HOLDS}]
    context = {
        "now": rows_of(caller, current, called, on, areas),
        "former": rows_of(caller, former, called, on, areas),
        "waiting": waiting_of(open_rows, called, areas),
        "stalled": waiting_of(stalled, called),
        "helps": helps,
    }
    return render(request, "people/roles.html", context)


@takes_form
def give_role(request: HttpRequest) -> HttpResponse:
    """Invites someone to a role, for one area or for all of Flanders."""
    caller = caller_of(request)
    permit(request, may_give_programme_role(caller), say)
    capacities = _capacities(caller)
    sent = request.POST if request.method == "POST" else None
    # The role with the least power comes first to hand.
    form = RoleForm(capacities, area_names(clock.today()), sent, initial={"capacity": capacities[-1]})
    if request.method == "POST" and form.is_valid() and _sent(request, caller, form):
        messages.success(request, _("De uitnodiging is onderweg naar %(email)s.") % form.cleaned_data)
        return redirect("people:roles")
    context = {"form": form, "crumbs": [(_("Rollen in het programma"), reverse("people:roles"))]}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "people/role_give.html", context, status=status)


def _capacities(caller: Caller) -> tuple[str, ...]:
    return tuple(
        key for key, it in CAPACITIES.items() if it.scope != "organisation" and any(caller.holding(*it.given_by))
    )


def _sent(request: HttpRequest, caller: Caller, form: RoleForm) -> bool:
    given = form.cleaned_data
    wish = Wish(given["email"], given["capacity"], given["scope"], given["until"], given["message"])
    try:
        invite(caller.acts(), wish, site=site_of(request), at=clock.now())
    except NotAllowed as refused:
        form.add_error(None, say(refused.reason))
    return not form.errors
