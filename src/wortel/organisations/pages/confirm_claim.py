"""`/organisaties/claim/<token>/`: the link in the mail; one button makes you administrator."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.organisations.actions.confirm_claim import (
    ACCEPTED,
    EXPIRED,
    FOREIGN,
    USED,
    WAITS,
    confirm_claim,
    state_of_link,
)
from wortel.organisations.links import CLAIM_LINKS
from wortel.organisations.models import Claim
from wortel.organisations.permissions import may_see_own
from wortel.organisations.wording import say
from wortel.people.public import caller_of, permit
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form
from wortel.shell.problems import PageProblem, WayOut
from wortel.shell.signed_refs import LinkRefused


@takes_form
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Shows a button, and closes the claim when it is pressed; reading alone changes nothing."""
    caller = caller_of(request)
    permit(request, may_see_own(caller), say)
    claim = _claim(token)
    if request.method != "POST":
        wrong = state_of_link(claim, caller.person, now())
        if wrong:
            raise _problem(wrong, claim)
        return render(request, "organisations/confirm_claim.html", {"claim": claim})
    confirmed = confirm_claim(caller.acts(), claim.ref, now())
    if confirmed.outcome == ACCEPTED:
        messages.success(request, _("Je bent nu beheerder van %(name)s.") % {"name": claim.actor_name})
        return redirect("organisations:compare", claim.actor)
    if confirmed.outcome == WAITS:
        messages.success(
            request, _("Je adres klopt. Er is al een beheerder, dus kijkt iemand je aanvraag na. Je krijgt een mail.")
        )
        return redirect("organisations:claim", claim.actor)
    raise _problem(confirmed.outcome, claim)


def _claim(token: str) -> Claim:
    try:
        return Claim.objects.get(ref=CLAIM_LINKS.ref_in(token))
    except (LinkRefused, Claim.DoesNotExist) as unknown:
        raise _unknown() from unknown


def _problem(wrong: str, claim: Claim) -> PageProblem:
    """Of someone else's link not even the organisation is told."""
    if wrong == FOREIGN:
        return _unknown()
    again = (WayOut(_("Vraag een nieuwe link"), reverse("organisations:claim", args=[claim.actor])),)
    title, sentence = {
        EXPIRED: (_("Deze link is verlopen"), _("Een link werkt zeven dagen. Vraag een nieuwe.")),
        USED: (
            _("Deze link werkt niet meer"),
            _("Hij is al gebruikt, of je vroeg daarna een andere. Kijk bij je organisaties hoe het staat."),
        ),
    }[wrong]
    return PageProblem(HTTPStatus.GONE, title, sentence, again)


def _unknown() -> PageProblem:
    return PageProblem(
        HTTPStatus.NOT_FOUND,
        _("Deze link kennen we niet"),
        _("Kopieer de hele link uit de mail, en meld je aan met het account waarmee je hem vroeg."),
        (WayOut(_("Mijn organisaties"), reverse("organisations:mine")),),
    )
