"""Asking an organisation to be allowed to act for it."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.people.actions.ask_organisation import ask_organisation
from wortel.people.calling import caller_of
from wortel.people.domain.capacities import ADMINISTRATOR, EDITOR
from wortel.people.forms import AskForm
from wortel.people.pages.around import name_of, person_of
from wortel.people.permissions import may_ask
from wortel.people.permit import mine, permit
from wortel.people.queries import administrators
from wortel.people.refused import NotAllowed
from wortel.people.wording import say
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of


@takes_form
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """The form; where nobody administers the organisation yet, the way to claim its profile is shown first."""
    name = name_of(ref)
    caller = caller_of(request)
    permit(request, may_ask(caller, ADMINISTRATOR, ref, has_open_request=False), say)
    is_editor = any(caller.holding(EDITOR, organisation=ref))
    capacities = (ADMINISTRATOR,) if is_editor else (EDITOR, ADMINISTRATOR)
    form = AskForm(capacities, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _asked(request, form, ref, name):
        messages.success(request, _("Je vraag is verstuurd. Je krijgt het antwoord per mail."))
        return redirect(mine())
    context = {
        "form": form,
        "name": name,
        "has_administrator": bool(administrators(ref, clock.today())),
        "claim_url": reverse("organisations:claim", args=[ref]),
        "crumbs": [(name, reverse("actors:actor", args=[ref]))],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "people/ask.html", context, status=status)


def _asked(request: HttpRequest, form: AskForm, ref: str, name: str) -> bool:
    given = form.cleaned_data
    by = caller_of(request).acts()
    try:
        ask_organisation(
            by,
            person_of(request),
            ref,
            name,
            given["capacity"],
            given["message"],
            site=site_of(request),
            at=clock.now(),
        )
    except NotAllowed as refused:
        form.add_error(None, say(refused.reason))
    return not form.errors
