"""`/introducties/<ref>/`: one introduction, what it waits for, and with POST: read, yes, or a day."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.introductions.actions.answer import agree, note_read
from wortel.introductions.actions.plan import plan
from wortel.introductions.actions.refused import ChangedMeanwhile, IntroductionRefused
from wortel.introductions.domain.kept_reasons import read
from wortel.introductions.domain.states import IN_CONTACT, NEED, WITH_CONTACT
from wortel.introductions.forms import DayForm
from wortel.introductions.pages.finding import About, found, frame
from wortel.introductions.pages.region_here import SCHEME
from wortel.introductions.pages.sentences import answer_sentence, step_sentence, tasks
from wortel.introductions.permissions import acts_for, may_answer, may_end
from wortel.introductions.queries.contact import contact_at
from wortel.introductions.queries.history import follow_up, history, own_feedback
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.wording import say, say_ending, say_ground, say_state
from wortel.people.public import acting_now, caller_of
from wortel.shell import clock
from wortel.shell.middleware import takes_form

HERE = "introductions:introduction"


@takes_form
def introduction(request: HttpRequest, ref: str) -> HttpResponse:
    """The page; with POST `doe` is gelezen, ja or dag. 409 when someone else changed it, 422 when it cannot be."""
    about = found(request, ref, clock.today())
    if request.method != "POST":
        return _page(request, about)
    form = DayForm(request.POST)
    if request.POST.get("doe") == "dag" and not form.is_valid():
        return _page(request, about, form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        sentence = _done(request, about, form)
    except IntroductionRefused as refused:
        status = HTTPStatus.CONFLICT if isinstance(refused, ChangedMeanwhile) else HTTPStatus.UNPROCESSABLE_ENTITY
        return _page(request, found(request, ref, clock.today()), say(refused.reason), form, status)
    if sentence:
        messages.success(request, sentence)
    return redirect(HERE, ref)


def _done(request: HttpRequest, about: About, form: DayForm) -> str:
    """Does what was asked, and says so. Raises `IntroductionRefused`, and as `permit`."""
    what, row = request.POST.get("doe", ""), about.row
    with acting_now(request, lambda caller: may_answer(caller, about.both, about.side), say) as caller:
        by = about.signs(caller)
        if what == "ja":
            row = agree(by, row.ref, about.side, version_of(request), clock.now())
            return (
                _("Jullie zeiden allebei ja. Hieronder staat wie je bereikt.")
                if row.state == IN_CONTACT
                else _("Je zei ja. We vragen het nu aan de ander.")
            )
        if what == "dag" and form.is_valid():
            plan(by, row.ref, about.side, version_of(request), form.cleaned_data["dag"], clock.now())
            return _("De dag ligt vast. De ander krijgt een mail.")
        if what == "gelezen":
            note_read(by, row.ref, about.side, clock.now())
    return ""


def version_of(request: HttpRequest) -> int:
    """The version that was looked at; one that never was when nothing of the kind was sent."""
    given = request.POST.get("versie", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) <= 9 else 0


def _page(
    request: HttpRequest, about: About, refusal: str = "", form: DayForm | None = None, status: int = HTTPStatus.OK
) -> HttpResponse:
    on, row, caller = clock.today(), about.row, caller_of(request)
    context = {
        **frame(about),
        "crumbs": [(_("Mijn introducties"), reverse("introductions:mine")), (_("Introductie"), "")],
        "answer": answer_sentence(about, on),
        "todo": tasks(about, on),
        "state": say_state(row.state),
        "desk_code": next((code for scheme, code in sorted(about.both.areas) if scheme == SCHEME), ""),
        "contact": contact_at(row, about.side, on) if about.side else None,
        "has_contact": bool(about.side) and row.state in WITH_CONTACT,
        "grounds": [say_ground(reason) for reason in read(row.reasons)],
        "steps": [(it, step_sentence(about, it)) for it in history(row)],
        "why": say_ending(row.why),
        "feedback": own_feedback(row, about.side) if about.side else None,
        "next": follow_up(row) if row.why and about.side == NEED else None,
        "is_own": bool(about.side) and acts_for(caller, about.both.actor(about.side)),
        "may_end": bool(may_end(caller, about.both)),
        "told_by": stage_of(row).told_by,
        "form": form or DayForm(initial={"dag": row.planned_on}),
        "refusal": refusal,
        **_unread(about),
    }
    return render(request, "introductions/introduction.html", context, status=status)


def _unread(about: About) -> dict[str, Any]:
    """Whether opening this page is to be noted: the other side sees it then."""
    row = about.row
    return {"is_unread": bool(about.side) and row.state == "proposed" and row.proposed_by != about.side}
