"""`/organisaties/<ref>/partners/`: name other organisations as partners, and end that."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.actors.public import Asked, Listed, directory
from wortel.kernel.text import TextRefused, clean_text
from wortel.organisations.actions.name_partner import PartnerRefused, end_partner, name_partner
from wortel.organisations.pages.finding import found, frame
from wortel.organisations.permissions import may_edit_profile, may_name_partner
from wortel.organisations.queries.organisation import Organisation
from wortel.organisations.queries.partners import partners_of
from wortel.organisations.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form

HERE = "organisations:partners"
SHOWN = 20


@takes_form
def partners(request: HttpRequest, ref: str) -> HttpResponse:
    """The partners, a search by name, and with POST: `noem` or `stop` with the ref of the other."""
    caller = caller_of(request)
    permit(request, may_edit_profile(caller, ref), say)
    about = found(ref)
    if request.method != "POST":
        return _page(request, about)
    permit(request, may_name_partner(caller, ref), say)
    if "stop" in request.POST:
        with acting_now(request, lambda caller: may_name_partner(caller, ref), say) as caller:
            is_ended = end_partner(caller.acts(ref), ref, _ref(request, "stop"), now())
        if is_ended:
            messages.success(request, _("Dat partnerschap is gestopt. De ander ziet vanaf nu niet meer dan de rest."))
        return redirect(HERE, ref)
    try:
        with acting_now(request, lambda caller: may_name_partner(caller, ref), say) as caller:
            name_partner(caller.acts(ref), about.actor, _ref(request, "noem"), now())
    except PartnerRefused as refused:
        return _page(request, about, say(refused.reason), HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("De partner staat erbij."))
    return redirect(HERE, ref)


def _ref(request: HttpRequest, button: str) -> str:
    """The ref on the button that was pressed; empty for what no ref can be."""
    given = request.POST.get(button, "")
    return given if len(given) <= 24 and given.isprintable() else ""


def _page(request: HttpRequest, about: Organisation, refusal: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    text = _asked(request)
    standing = partners_of(about.ref)
    context = {
        **frame(request, about, HERE),
        "partners": standing,
        "asked": text,
        "results": _results(about, text, {it.ref for it in standing}) if text else (),
        "refusal": refusal,
    }
    return render(request, "organisations/partners.html", context, status=status)


def _results(about: Organisation, text: str, named: set[str]) -> tuple[Listed, ...]:
    answers = directory(Asked(text=text)).page(0, 2 * SHOWN)
    fits = (it for it in answers if it.ref not in {*named, about.ref} and it.is_fictional == about.actor.is_fictional)
    return tuple(fits)[:SHOWN]


def _asked(request: HttpRequest) -> str:
    try:
        return clean_text(request.GET.get("q", ""), limit=200)
    except TextRefused:
        return ""
