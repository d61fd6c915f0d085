"""The link in an invitation: who invites you to what, and your answer."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.kernel.reason import Reason
from wortel.people.actions.accept_invitation import accept_invitation
from wortel.people.actions.decline_invitation import decline_invitation
from wortel.people.actions.note_refusal import note_refusal
from wortel.people.calling import caller_of
from wortel.people.domain.caller import Caller
from wortel.people.domain.capacities import CAPACITIES
from wortel.people.domain.invitation import Proposal, accepting, closed_because
from wortel.people.links import INVITATION_LINKS
from wortel.people.models import Invitation
from wortel.people.pages.around import no_such_button, person_of
from wortel.people.permissions import SIGN_IN
from wortel.people.permit import mine, permit, sign_in_address
from wortel.people.providers import area_names
from wortel.people.queries import names_of, proposal, verified_addresses
from wortel.people.refused import NotAllowed
from wortel.people.wording import say, say_capacity, say_task
from wortel.shell import clock
from wortel.shell.limits import FORM, count_sent
from wortel.shell.middleware import takes_form, writes_on_get
from wortel.shell.problems import PageProblem, WayOut
from wortel.shell.signed_refs import LinkRefused


@takes_form
@writes_on_get("a link that is refused leaves a line on the trail")
def answer_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Shows what is asked, to anyone who holds the link; accepting asks for an account with the invited address."""
    caller = caller_of(request)
    invitation = _found(request, token, caller)
    asked = proposal(invitation)
    closed = closed_because(asked, clock.now())
    if closed is not None:
        raise _refused(request, invitation, closed.reason)
    if not caller.is_stranger:
        verdict = accepting(asked, caller.person, verified_addresses(person_of(request).pk), clock.now())
        if not verdict:
            raise _refused(request, invitation, verdict.reason)
    if request.method == "POST":
        if caller.is_stranger:
            permit(request, SIGN_IN, say)
        return _answered(request, caller, invitation)
    return render(request, "people/invitation.html", _facts(request, invitation, asked, caller))


def _found(request: HttpRequest, token: str, caller: Caller) -> Invitation:
    try:
        return Invitation.objects.get(ref=INVITATION_LINKS.ref_in(token), way=Invitation.Way.INVITED)
    except (LinkRefused, Invitation.DoesNotExist) as error:
        if not caller.is_stranger:
            # A stranger could fill the trail with invented links; somebody signed in is known and counted.
            count_sent(request, FORM)
            note_refusal(
                caller.acts(),
                "invitation.refused",
                "invitation:unknown",
                Reason.of("people.link_unknown"),
                at=clock.now(),
            )
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Deze uitnodiging kennen we niet"),
            _("Kopieer de hele link uit de mail, of vraag wie je uitnodigde een nieuwe."),
        ) from error


def _refused(request: HttpRequest, invitation: Invitation, reason: Reason) -> PageProblem:
    """What to say. Each time adds to the trail, so it is counted as a form that is sent. Raises `TooOften`."""
    count_sent(request, FORM)
    by = caller_of(request).acts()
    thing = f"invitation:{invitation.ref}"
    note_refusal(by, "invitation.refused", thing, reason, at=clock.now(), concerns=invitation.organisation)
    if reason.key in {"people.invitation_for_another", "people.own_rights"}:
        return PageProblem(HTTPStatus.FORBIDDEN, _("Deze uitnodiging is niet voor jou"), say(reason), _ways_out())
    return PageProblem(HTTPStatus.GONE, _("Deze uitnodiging werkt niet meer"), say(reason), _ways_out())


def _ways_out() -> tuple[WayOut, ...]:
    return (WayOut(_("Naar je overzicht"), mine()),)


def _answered(request: HttpRequest, caller: Caller, invitation: Invitation) -> HttpResponse:
    button = request.POST.get("doe", "")
    by, person, at = caller.acts(invitation.organisation), person_of(request), clock.now()
    try:
        if button == "aanvaard":
            accept_invitation(by, invitation.ref, person, at=at)
            messages.success(request, _welcome(invitation, caller))
            return redirect("people:members", invitation.organisation) if invitation.organisation else redirect(mine())
        if button == "weiger":
            decline_invitation(by, invitation.ref, person, at=at)
            messages.success(request, _("Je hebt de uitnodiging afgewezen."))
            return redirect(mine())
    except NotAllowed as refused:
        raise PageProblem(
            HTTPStatus.GONE, _("Deze uitnodiging werkt niet meer"), say(refused.reason), _ways_out()
        ) from refused
    raise no_such_button()


def _welcome(invitation: Invitation, caller: Caller) -> str:
    capacity = say_capacity(invitation.capacity)
    if CAPACITIES[invitation.capacity].needs_second_factor and not caller.is_strong:
        return _("Je bent nu %(capacity)s. Stel nog een tweede stap in; zonder die kun je de rol niet gebruiken.") % {
            "capacity": capacity
        }
    return _("Je bent nu %(capacity)s.") % {"capacity": capacity}


def _facts(request: HttpRequest, invitation: Invitation, asked: Proposal, caller: Caller) -> dict[str, object]:
    areas = area_names(clock.today()) if invitation.area else {}
    return {
        "invitation": invitation,
        "capacity": say_capacity(invitation.capacity),
        "task": say_task(invitation.capacity),
        "by": names_of([invitation.made_by]).get(invitation.made_by, ""),
        "where": invitation.organisation_name or areas.get((invitation.scheme, invitation.area), ""),
        "expires": asked.expires_at.date(),
        "for_whom": masked(invitation.email),
        "is_stranger": caller.is_stranger,
        "sign_in_url": sign_in_address(request),
    }


def masked(email: str) -> str:
    """Enough of an address to know one's own: an…@example.org."""
    name, _at, domain = email.partition("@")
    return f"{name[:2]}…@{domain}"
