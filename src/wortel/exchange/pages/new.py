"""`/organisaties/<ref>/vraag-en-aanbod/nieuw/`: choose a kind, then one page to write it, as draft or open at once."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.actors.public import Listed
from wortel.exchange.actions.draft_listing import draft_listing
from wortel.exchange.actions.enter_for_partner import enter_for_partner
from wortel.exchange.actions.open_listing import open_listing
from wortel.exchange.domain.states import StepRefused
from wortel.exchange.domain.wanted import ListingRefused
from wortel.exchange.domain.words import DRAFT
from wortel.exchange.form_starts import fresh, home_of
from wortel.exchange.forms import ListingForm
from wortel.exchange.pages.finding import organisation
from wortel.exchange.pages.form_page import (
    add_faults,
    asked_kind,
    asked_side,
    form_frame,
    kind_choices,
    organisation_crumbs,
)
from wortel.exchange.permissions import may_enter_for, may_write
from wortel.exchange.wording import say
from wortel.organisations.public import partner_refs
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of


@takes_form
def new(request: HttpRequest, ref: str) -> HttpResponse:
    """`kant` and `soort` choose the form; `voor` names a partner it is entered for. 422 with all input kept."""
    on, caller = clock.today(), caller_of(request)
    permit(request, may_write(caller, ref), say)
    actor = organisation(ref)
    partner = request.GET.get("voor", "")[:24]
    if partner:
        permit(request, may_enter_for(caller, ref, partner_refs(ref), partner), say)
    owner = organisation(partner) if partner else actor
    side, kind = asked_side(request), asked_kind(request)
    if kind is None or not side:
        return _choose(request, actor, owner)
    home = home_of(owner, on)
    if request.method != "POST":
        return _page(request, actor, owner, ListingForm(kind, side, home, on, initial=fresh(kind, side, home, on)))
    form = ListingForm(kind, side, home, on, request.POST)
    if form.is_valid():
        try:
            return redirect("exchange:listing", _keep(request, actor, owner, form))
        except ListingRefused as refused:
            add_faults(form, refused.faults)
        except StepRefused as refused:
            form.add_error(None, say(refused.reason))
    return _page(request, actor, owner, form, HTTPStatus.UNPROCESSABLE_ENTITY)


def _keep(request: HttpRequest, actor: Listed, owner: Listed, form: ListingForm) -> str:
    wanted, at, ref = form.cleaned_data["wanted"], clock.now(), actor.ref
    if owner.ref != ref:
        named = partner_refs(ref)
        with acting_now(request, lambda it: may_enter_for(it, ref, named, owner.ref), say) as caller:
            row = enter_for_partner(caller.acts(ref), owner, actor, wanted, at, site_of(request))
        messages.success(request, _("Bewaard. De beheerders van de partner kregen een mail; zij beslissen."))
        return row.ref
    keep = draft_listing if "ontwerp" in request.POST else open_listing
    with acting_now(request, lambda it: may_write(it, ref), say) as caller:
        row = keep(caller.acts(ref), actor, wanted, at)
    drafted = _("Je ontwerp is bewaard. Enkel jullie zien het.")
    messages.success(request, drafted if row.state == DRAFT else _("Het staat open: anderen vinden het vanaf nu."))
    return row.ref


def _choose(request: HttpRequest, actor: Listed, owner: Listed) -> HttpResponse:
    context = {
        "organisation": owner,
        "for_partner": owner.ref != actor.ref,
        "sides": kind_choices(request, owner.sector),
        "crumbs": organisation_crumbs(actor),
    }
    return render(request, "exchange/choose.html", context)


def _page(request: HttpRequest, actor: Listed, owner: Listed, form: ListingForm, status: int = 200) -> HttpResponse:
    context = {
        **form_frame(form, owner),
        "for_partner": owner.ref != actor.ref,
        "may_draft": owner.ref == actor.ref,
        "crumbs": organisation_crumbs(actor),
    }
    return render(request, "exchange/form.html", context, status=status)
