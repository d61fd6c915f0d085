"""`/organisaties/<ref>/verwijderen/`: take away what the organisation said itself, or ask more."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.organisations.actions.ask_removal import RemovalWaits, ask_removal
from wortel.organisations.actions.withdraw_own import withdraw_own
from wortel.organisations.forms import WhyForm
from wortel.organisations.pages.finding import found, frame
from wortel.organisations.permissions import may_ask_removal
from wortel.organisations.queries.claims import removal_waiting
from wortel.organisations.queries.organisation import Organisation
from wortel.organisations.queries.own_profile import draft_of
from wortel.organisations.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form

HERE = "organisations:removal"


@takes_form
def removal(request: HttpRequest, ref: str) -> HttpResponse:
    """Says what would go and what would stay; a POST names one of the two in `wat`: `eigen` or `profiel`."""
    caller = caller_of(request)
    permit(request, may_ask_removal(caller, ref), say)
    about = found(ref)
    if request.method != "POST":
        return _page(request, about)
    if request.POST.get("wat") == "eigen":
        return _withdraw(request, about)
    form = _why(request.POST)
    if form.is_valid():
        try:
            with acting_now(request, lambda caller: may_ask_removal(caller, ref), say) as caller:
                ask_removal(caller.acts(ref), ref, form.cleaned_data["message"], now())
        except RemovalWaits:
            form.add_error(None, _("Je vraag ligt al klaar om na te kijken. Je krijgt het antwoord per mail."))
        else:
            messages.success(request, _("Je vraag ligt klaar om na te kijken. Je krijgt het antwoord per mail."))
            return redirect(HERE, ref)
    return _page(request, about, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _withdraw(request: HttpRequest, about: Organisation) -> HttpResponse:
    if "zeker" not in request.POST:
        refusal = _("Vink aan dat je het zeker weet. Er is nog niets weggehaald.")
        return _page(request, about, refusal=refusal, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    with acting_now(request, lambda caller: may_ask_removal(caller, about.ref), say) as caller:
        withdraw_own(caller.acts(about.ref), about.ref, now())
    messages.success(request, _("Wat jullie over jezelf zeiden, is weggehaald."))
    return redirect("organisations:mine")


def _page(request: HttpRequest, about: Organisation, status: int = HTTPStatus.OK, **given: Any) -> HttpResponse:
    context = {
        **frame(request, about, HERE),
        "registers": sorted({it.source for said in about.registers.values() for it in said}),
        "draft": draft_of(about.ref),
        "waits": removal_waiting(about.ref),
        "form": _why(),
        **given,
    }
    return render(request, "organisations/removal.html", context, status=status)


def _why(data: Any = None) -> WhyForm:
    return WhyForm(
        _("Waarom moet het profiel weg?"),
        _("Bijvoorbeeld: de organisatie bestaat niet meer, staat er dubbel, of hoort hier niet."),
        data,
    )
