"""`/organisaties/<ref>/claim/`: say that a profile is yours to keep, and prove it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.organisations.actions.claim_by_mail import claim_by_mail
from wortel.organisations.actions.claim_by_review import claim_by_review
from wortel.organisations.actions.claim_by_sign_in import claim_by_sign_in
from wortel.organisations.actions.claiming import ClaimRefused
from wortel.organisations.actions.withdraw_claim import withdraw_claim
from wortel.organisations.domain.proof import is_code_of
from wortel.organisations.forms import MailForm, WhyForm
from wortel.organisations.models import Claim
from wortel.organisations.pages.finding import found
from wortel.organisations.permissions import is_administrator, may_claim
from wortel.organisations.queries.claims import claim_waiting
from wortel.organisations.queries.organisation import Organisation, is_alone
from wortel.organisations.wording import say
from wortel.people import public as people
from wortel.people.public import Person, administrators, caller_of, permit
from wortel.shell.clock import now, today
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of

HERE = "organisations:claim"


@takes_form
def claim(request: HttpRequest, ref: str) -> HttpResponse:
    """The three ways to prove it; a POST names the way in `bewijs`."""
    caller = caller_of(request)
    about = found(ref)
    if is_administrator(caller, ref):
        return redirect("organisations:edit", ref)
    permit(request, may_claim(caller, ref), say)
    if request.method != "POST":
        return _page(request, about)
    ways = {"mail": _by_mail, "nazicht": _by_review, "aanmelding": _by_sign_in, "intrekken": _withdraw}
    return ways.get(request.POST.get("bewijs", ""), _unknown_way)(request, about)


def _by_mail(request: HttpRequest, about: Organisation) -> HttpResponse:
    form = MailForm(about.hosts, request.POST)
    if form.is_valid():
        by = caller_of(request).acts()
        try:
            claim_by_mail(by, about, form.cleaned_data["mail"], site_of(request), now())
        except ClaimRefused as refused:
            form.add_error("mail", say(refused.reason))
        else:
            messages.success(request, _("De mail is onderweg. Volg de link erin binnen zeven dagen."))
            return redirect(HERE, about.ref)
    return _page(request, about, mail_form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _by_review(request: HttpRequest, about: Organisation) -> HttpResponse:
    form = _why_form(request.POST)
    if form.is_valid():
        try:
            claim_by_review(caller_of(request).acts(), about, form.cleaned_data["message"], now())
        except ClaimRefused as refused:
            form.add_error(None, say(refused.reason))
        else:
            messages.success(request, _("Je aanvraag ligt klaar om na te kijken. Je krijgt het antwoord per mail."))
            return redirect(HERE, about.ref)
    return _page(request, about, why_form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _by_sign_in(request: HttpRequest, about: Organisation) -> HttpResponse:
    try:
        made = claim_by_sign_in(caller_of(request).acts(), about, _code(request), now())
    except ClaimRefused as refused:
        return _page(request, about, refusal=say(refused.reason), status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if made.state == Claim.State.ACCEPTED:
        messages.success(request, _("Je bent nu beheerder van %(name)s.") % {"name": about.actor.name})
        return redirect("organisations:compare", about.ref)
    messages.success(request, _("Je aanvraag ligt klaar om na te kijken. Je krijgt het antwoord per mail."))
    return redirect(HERE, about.ref)


def _withdraw(request: HttpRequest, about: Organisation) -> HttpResponse:
    if withdraw_claim(caller_of(request).acts(), about.ref, now()):
        messages.success(request, _("Je aanvraag is ingetrokken."))
    return redirect(HERE, about.ref)


def _unknown_way(request: HttpRequest, about: Organisation) -> HttpResponse:
    refusal = _("Kies hoe je het bewijst.")
    return _page(request, about, refusal=refusal, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _page(request: HttpRequest, about: Organisation, status: int = HTTPStatus.OK, **given: Any) -> HttpResponse:
    has_proof = bool(about.hosts) and is_alone(about.hosts)
    context = {
        "organisation": about.actor,
        "hosts": about.hosts,
        "has_domain_proof": has_proof,
        "is_kept": bool(administrators(about.ref, today())),
        "join_url": reverse("people:ask", args=[about.ref]),
        "waiting": claim_waiting(caller_of(request).person, about.ref),
        "has_code": is_code_of(_code(request), about.numbers),
        "mail_form": MailForm(about.hosts) if has_proof else None,
        "why_form": _why_form(),
        "crumbs": [
            (_("Actoren"), reverse("actors:directory")),
            (about.actor.name, reverse("actors:actor", args=[about.ref])),
        ],
        **given,
    }
    return render(request, "organisations/claim.html", context, status=status)


def _why_form(data: Any = None) -> WhyForm:
    return WhyForm(
        _("Waarom mag jij dit profiel beheren?"),
        _("Zeg wat je functie is, en waar we dat kunnen nakijken, zoals een pagina op jullie website."),
        data,
    )


def _code(request: HttpRequest) -> str:
    """The organisation code of the official sign-in of this person; empty when there is none."""
    code = people.org_code_of(request.user) if isinstance(request.user, Person) else None
    return code.value if code else ""
