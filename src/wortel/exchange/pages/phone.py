"""`/vraag-en-aanbod/telefoon/`: the desk enters, on the phone, what an organisation says; open at once."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import Asked, Listed, directory
from wortel.exchange.actions.enter_by_phone import enter_by_phone
from wortel.exchange.domain.wanted import ListingRefused
from wortel.exchange.form_phone import PhoneForm
from wortel.exchange.form_starts import fresh, home_of
from wortel.exchange.pages.finding import organisation
from wortel.exchange.pages.form_page import add_faults, asked_kind, asked_side, form_frame, kind_choices
from wortel.exchange.permissions import at_desk, may_open_desk
from wortel.exchange.queries.listings import PLACES, areas_of
from wortel.exchange.wording import say
from wortel.kernel.text import TextRefused, clean_text
from wortel.people.public import Caller, acting_now, caller_of, permit
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of

_SHOWN = 20
_FACET_OF = {"referentieregio": "region", "provincie": "province"}


@takes_form
def phone(request: HttpRequest) -> HttpResponse:
    """Find the organisation (`q`), choose (`organisatie`, `kant`, `soort`), fill in one page. 422 keeps all input."""
    on, caller = clock.today(), caller_of(request)
    permit(request, may_open_desk(caller), say)
    ref = request.GET.get("organisatie", "")[:24]
    if not ref:
        return _search(request, caller)
    actor = organisation(ref)
    areas = areas_of(actor.nis, on)
    permit(request, at_desk(caller, areas), say)
    side, kind = asked_side(request), asked_kind(request)
    if kind is None or not side:
        context = {"organisation": actor, "sides": kind_choices(request, actor.sector), "crumbs": _crumbs()}
        return render(request, "exchange/choose.html", context | {"by_phone": True})
    home = home_of(actor, on)
    if request.method != "POST":
        start = {**fresh(kind, side, home, on), "toestemming": "phone", "toestemming_op": on}
        return _page(request, actor, PhoneForm(kind, side, home, on, initial=start))
    form = PhoneForm(kind, side, home, on, request.POST)
    if form.is_valid():
        try:
            return redirect("exchange:listing", _keep(request, actor, form, on))
        except ListingRefused as refused:
            add_faults(form, refused.faults)
    return _page(request, actor, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _keep(request: HttpRequest, actor: Listed, form: PhoneForm, on: date) -> str:
    given, areas = form.cleaned_data, areas_of(actor.nis, on)
    with acting_now(request, lambda it: at_desk(it, areas), say) as caller:
        row = enter_by_phone(
            caller.acts(), actor, given["wanted"], given["toestemming"], given["toestemming_op"], clock.now(),
            site_of(request),
        )  # fmt: skip
    messages.success(request, _("Het staat open. De beheerders van de organisatie, als die er zijn, kregen een mail."))
    return row.ref


def _search(request: HttpRequest, caller: Caller) -> HttpResponse:
    try:
        text = clean_text(request.GET.get("q", ""), limit=200)
    except TextRefused:
        text = ""
    results = _results(caller, text) if text else []
    context = {"asked": text, "results": results, "crumbs": [(_("Vraag en aanbod"), reverse("exchange:list"))]}
    return render(request, "exchange/phone.html", context)


def _results(caller: Caller, text: str) -> list[Listed]:
    """Organisations of that name in the area of this desk, also those nobody claimed yet."""
    if at_desk(caller, ()):
        return list(directory(Asked(text=text)).page(0, _SHOWN))
    found: dict[str, Listed] = {}
    for scheme in PLACES:
        codes = frozenset(
            held.area for held in caller.mandates if held.scheme == scheme and at_desk(caller, {(scheme, held.area)})
        )
        if codes:
            answers = directory(Asked(text=text, chosen={_FACET_OF[scheme]: codes})).page(0, _SHOWN)
            found.update((it.ref, it) for it in answers)
    return list(found.values())[:_SHOWN]


def _page(request: HttpRequest, actor: Listed, form: PhoneForm, status: int = 200) -> HttpResponse:
    context = {**form_frame(form, actor), "by_phone": True, "may_draft": False, "crumbs": _crumbs()}
    return render(request, "exchange/form.html", context, status=status)


def _crumbs() -> list[tuple[str, str]]:
    return [
        (_("Vraag en aanbod"), reverse("exchange:list")),
        (_("Telefoonbalie"), reverse("exchange:phone")),
    ]
