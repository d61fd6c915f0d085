"""`/introducties/<ref>/hoe-was-het/`: did it take place, and how was it, from one side."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.introductions.actions.give_feedback import give_feedback
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.feedback import may_say
from wortel.introductions.forms import NO, YES, FeedbackForm
from wortel.introductions.pages.finding import About, found, frame
from wortel.introductions.permissions import may_tell
from wortel.introductions.queries.history import own_feedback
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell import clock
from wortel.shell.middleware import takes_form


@takes_form
def feedback(request: HttpRequest, ref: str) -> HttpResponse:
    """Five short questions, of which one must be answered; said before, it can be changed."""
    on = clock.today()
    about = found(request, ref, on)
    permit(request, may_tell(caller_of(request), about.both), say)
    if request.method != "POST":
        verdict = may_say(stage_of(about.row), about.row.why, on)
        return _page(request, about, FeedbackForm(initial=_said(about)), "" if verdict else say(verdict.reason))
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _page(request, about, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        with acting_now(request, lambda caller: may_tell(caller, about.both), say) as caller:
            give_feedback(about.signs(caller), ref, about.side, form.said(), clock.now())
    except IntroductionRefused as refused:
        return _page(request, about, form, say(refused.reason), HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Bedankt. We onthouden het, en vragen het niet meer."))
    return redirect("introductions:introduction", ref)


def _said(about: About) -> dict[str, Any]:
    """What this side said before, as the form holds it."""
    before = own_feedback(about.row, about.side)
    if before is None:
        return {}
    words = {True: YES, False: NO, None: ""}
    return {
        "happened": words[before.happened],
        "worked": str(before.worked or ""),
        "again": words[before.again],
        "children": before.children,
        "text": before.text,
    }


def _page(
    request: HttpRequest, about: About, form: FeedbackForm, refusal: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {**frame(about), "form": form, "refusal": refusal}
    return render(request, "introductions/feedback.html", context, status=status)
