"""One mandate: ending it, handing it over, letting it go on for longer."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.kernel.verdict import Verdict
from wortel.people.actions.end_mandate import end_mandate
from wortel.people.actions.prolong_mandate import prolong_mandate
from wortel.people.calling import caller_of
from wortel.people.domain.caller import Caller
from wortel.people.domain.giving import givers_of, latest_end
from wortel.people.domain.mandate import GivenMandate, is_last
from wortel.people.forms import EndForm, ProlongForm
from wortel.people.models import Mandate
from wortel.people.permissions import may_end_mandate, may_give_programme_role, may_prolong_mandate, may_see_members
from wortel.people.permit import mine, permit
from wortel.people.providers import organisation_names
from wortel.people.queries import given, members, programme_roles
from wortel.people.refused import NotAllowed
from wortel.people.wording import say, say_capacity
from wortel.shell import clock
from wortel.shell.middleware import takes_form


@takes_form
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """Asks to be sure, says what follows, and ends it; the last administrator reads how to hand over."""
    row, mandate = _visible(request, ref)
    caller = caller_of(request)
    verdict = _may_end(caller, mandate)
    if not verdict and verdict.reason.key != "people.last_administrator":
        permit(request, verdict, say)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            end_mandate(caller.acts(row.organisation), ref, why=form.cleaned_data["why"], at=clock.now())
        except NotAllowed as refused:
            form.add_error(None, say(refused.reason))
        else:
            messages.success(request, _("De rol is gestopt, vanaf nu."))
            return _after(row, own=mandate.person == caller.person)
    context = {**_facts(row, mandate, caller), "form": form, "refusal": "" if verdict else say(verdict.reason)}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "people/mandate_end.html", context, status=status)


@takes_form
def prolong(request: HttpRequest, ref: str) -> HttpResponse:
    """Lets someone else's mandate go on until a later day."""
    row, mandate = _visible(request, ref)
    caller = caller_of(request)
    last = latest_end(givers_of(caller, row.capacity, mandate.scope)) if mandate.valid.end else None
    permit(request, may_prolong_mandate(caller, mandate, last), say)
    form = ProlongForm(request.POST if request.method == "POST" else None, initial={"until": last})
    if request.method == "POST" and form.is_valid():
        try:
            prolong_mandate(caller.acts(row.organisation), ref, form.cleaned_data["until"], at=clock.now())
        except NotAllowed as refused:
            form.add_error("until", say(refused.reason))
        else:
            messages.success(request, _("De rol loopt nu langer."))
            return _after(row, own=False)
    context = {**_facts(row, mandate, caller), "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "people/mandate_prolong.html", context, status=status)


def _visible(request: HttpRequest, ref: str) -> tuple[Mandate, GivenMandate]:
    """The mandate, for its holder and who may see it; for anyone else there is none."""
    caller = caller_of(request)  # first: a ref that does not exist costs the same
    row = Mandate.objects.select_related("person").filter(ref=ref).first()
    if row is None:
        raise Http404
    if row.person.ref != caller.person:
        may_see = may_see_members(caller, row.organisation) if row.organisation else may_give_programme_role(caller)
        permit(request, may_see, say, hide=True)
    return row, given(row)


def _may_end(caller: Caller, mandate: GivenMandate) -> Verdict:
    on: date = clock.today()
    everyone = members(mandate.scope.organisation) if mandate.scope.organisation else programme_roles()
    last = is_last(mandate, [member.mandate for member in everyone], on)
    return may_end_mandate(caller, mandate, last=last, on=on)


def _facts(row: Mandate, mandate: GivenMandate, caller: Caller) -> dict[str, object]:
    names = organisation_names([row.organisation])
    return {
        "mandate": row,
        "who": row.person.name or row.person.email,
        "own": mandate.person == caller.person,
        "capacity": say_capacity(row.capacity),
        "name": names.get(row.organisation, ""),
        "can_hand_over": bool(row.organisation) and bool(givers_of(caller, row.capacity, mandate.scope)),
    }


def _after(row: Mandate, *, own: bool) -> HttpResponse:
    if own:
        return redirect(mine())
    return redirect("people:members", row.organisation) if row.organisation else redirect("people:roles")
