"""Inviting someone to act for an organisation; also to take over from a colleague who leaves."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.people.actions.invite import Wish, invite
from wortel.people.calling import caller_of
from wortel.people.domain.caller import Caller
from wortel.people.domain.capacities import EDITOR
from wortel.people.domain.giving import giveable, givers_of, latest_end
from wortel.people.domain.mandate import HOLDS
from wortel.people.domain.scope import Scope
from wortel.people.forms import InviteForm
from wortel.people.pages.around import name_of
from wortel.people.permissions import may_invite
from wortel.people.permit import permit
from wortel.people.queries import Member, members
from wortel.people.refused import NotAllowed
from wortel.people.wording import say, say_capacity
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of


@takes_form
def invite_member(request: HttpRequest, ref: str) -> HttpResponse:
    """The form; `?opvolger-van=` names the mandate that ends when the invitation is accepted."""
    name = name_of(ref)
    caller = caller_of(request)
    scope = Scope(ref)
    until = latest_end(givers_of(caller, EDITOR, scope))
    permit(request, may_invite(caller, EDITOR, scope, until), say)
    former = _former(request, ref)
    capacities = (former.mandate.capacity,) if former else giveable(caller, scope)
    initial = {"until": until, "capacity": former.mandate.capacity if former else EDITOR}
    form = InviteForm(capacities, request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid() and _sent(request, caller, form, name, scope, former):
        messages.success(request, _("De uitnodiging is onderweg naar %(email)s.") % form.cleaned_data)
        return redirect("people:members", ref)
    context = {
        "form": form,
        "name": name,
        "ref": ref,
        "former": former,
        "former_is_own": former is not None and former.mandate.person == caller.person,
        "capacity": say_capacity(former.mandate.capacity) if former else "",
        "crumbs": [(_("Mensen van %(name)s") % {"name": name}, reverse("people:members", args=[ref]))],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "people/invite.html", context, status=status)


def _former(request: HttpRequest, organisation: str) -> Member | None:
    wanted = request.GET.get("opvolger-van", "")
    if not wanted:
        return None
    on = clock.today()
    for member in members(organisation):
        if member.mandate.ref == wanted and member.mandate.state_on(on) == HOLDS:
            return member
    raise Http404


def _sent(
    request: HttpRequest, caller: Caller, form: InviteForm, name: str, scope: Scope, former: Member | None
) -> bool:
    given = form.cleaned_data
    wish = Wish(
        email=given["email"],
        capacity=given["capacity"],
        scope=scope,
        until=given["until"],
        message=given["message"],
        succeeds=former.mandate.ref if former else "",
        organisation_name=name,
    )
    try:
        invite(caller.acts(scope.organisation), wish, site=site_of(request), at=clock.now())
    except NotAllowed as refused:
        form.add_error(None, say(refused.reason))
    return not form.errors
