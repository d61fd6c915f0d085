"""One request or invitation, for who decides on it: answer, send again, take back."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.people.actions.answer_request import answer_request
from wortel.people.actions.manage_invitation import resend_invitation, withdraw_invitation
from wortel.people.calling import caller_of
from wortel.people.domain.caller import SECOND_FACTOR, Caller
from wortel.people.forms import AnswerForm
from wortel.people.models import Invitation, Person
from wortel.people.pages.around import no_such_button
from wortel.people.permissions import (
    may_answer_invitation,
    may_give_programme_role,
    may_manage_invitation,
    may_see_members,
)
from wortel.people.permit import mine, permit
from wortel.people.queries import administrators, proposal
from wortel.people.refused import NotAllowed
from wortel.people.wording import say, say_capacity, say_task
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of


@takes_form
def show_proposal(request: HttpRequest, ref: str) -> HttpResponse:
    """What is asked, with the buttons of who reads it; for anyone it does not concern there is no such page."""
    caller = caller_of(request)
    row = _visible(request, ref, caller)
    asked = proposal(row)
    may_manage = may_manage_invitation(caller, asked, clock.now())
    may_answer = may_answer_invitation(
        caller, asked, has_administrator=bool(administrators(row.organisation, clock.today())), at=clock.now()
    )
    for verdict in (may_answer, may_manage):
        if verdict.reason.key == SECOND_FACTOR:
            permit(request, verdict, say)
    form = AnswerForm()
    if request.method == "POST":
        form = AnswerForm(request.POST, needs_answer=request.POST.get("doe") == "weiger")
        if form.is_valid() and _done(request, caller, row, form):
            return _after(caller, row)
    context = {
        "row": row,
        "form": form,
        "asker": Person.objects.filter(ref=row.person).first() if row.way == Invitation.Way.ASKED else None,
        "capacity": say_capacity(row.capacity),
        "task": say_task(row.capacity),
        "expires": asked.expires_at.date(),
        "has_expired": clock.now() >= asked.expires_at,
        "may_answer": bool(may_answer),
        "may_withdraw": bool(may_manage),
        "may_resend": bool(may_manage) and row.way == Invitation.Way.INVITED,
        "refusal": ""
        if may_answer or may_manage
        else say(may_answer.reason if row.way == "asked" else may_manage.reason),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "people/proposal.html", context, status=status)


def _visible(request: HttpRequest, ref: str, caller: Caller) -> Invitation:
    row = Invitation.objects.filter(ref=ref).first()
    if row is None:
        raise Http404
    own = row.way == Invitation.Way.ASKED and row.person == caller.person
    if not own:
        may_see = may_see_members(caller, row.organisation) if row.organisation else may_give_programme_role(caller)
        permit(request, may_see, say, hide=True)
    return row


def _done(request: HttpRequest, caller: Caller, row: Invitation, form: AnswerForm) -> bool:
    """Whether the button worked; else the form says why not."""
    by, site, at = caller.acts(row.organisation), site_of(request), clock.now()
    answer = form.cleaned_data["answer"]
    buttons: dict[str, tuple[Callable[[], object], str]] = {
        "aanvaard": (
            lambda: answer_request(by, row.ref, accepted=True, answer=answer, site=site, at=at),
            _("Aanvaard. Wie het vroeg, krijgt een mail."),
        ),
        "weiger": (
            lambda: answer_request(by, row.ref, accepted=False, answer=answer, site=site, at=at),
            _("Afgewezen. Wie het vroeg, krijgt je uitleg per mail."),
        ),
        "opnieuw": (
            lambda: resend_invitation(by, row.ref, site=site, at=at),
            _("De uitnodiging is opnieuw onderweg en werkt weer veertien dagen."),
        ),
        "intrekken": (lambda: withdraw_invitation(by, row.ref, at=at), _("Ingetrokken. De link werkt niet meer.")),
    }
    button = buttons.get(request.POST.get("doe", ""))
    if button is None:
        raise no_such_button()
    act, said = button
    try:
        act()
    except NotAllowed as refused:
        form.add_error(None, say(refused.reason))
        return False
    messages.success(request, said)
    return True


def _after(caller: Caller, row: Invitation) -> HttpResponse:
    if not row.organisation:
        return redirect("people:roles")
    return (
        redirect("people:members", row.organisation) if may_see_members(caller, row.organisation) else redirect(mine())
    )
