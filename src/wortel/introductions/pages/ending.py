"""`/introducties/<ref>/nee/`: no, it will not take place, or it was never agreed; each with a reason."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.introductions.actions.answer import decline
from wortel.introductions.actions.let_go import contest, let_go
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.endings import DECLINING, DROPPING, NOT_AGREED
from wortel.introductions.domain.states import DESK, DONE, OPEN, PROPOSED, READ
from wortel.introductions.forms import EndingForm
from wortel.introductions.pages.finding import About, found, frame
from wortel.introductions.pages.introduction import version_of
from wortel.introductions.permissions import may_end
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.wording import say
from wortel.kernel.text import gettext_noop
from wortel.people.public import acting_now
from wortel.shell import clock
from wortel.shell.middleware import takes_form

HERE = "introductions:ending"
CONTEST = {NOT_AGREED: gettext_noop("dit was niet afgesproken")}


@takes_form
def ending(request: HttpRequest, ref: str) -> HttpResponse:
    """The reasons to choose from, and with POST the end of it. 422 when something lacks or it is too late."""
    about = found(request, ref, clock.today())
    form = EndingForm(_reasons(about), request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, about, form)
    if not form.is_valid():
        return _page(request, about, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        _end(request, about, form)
    except IntroductionRefused as refused:
        return _page(
            request, found(request, ref, clock.today()), form, say(refused.reason), HTTPStatus.UNPROCESSABLE_ENTITY
        )
    messages.success(request, _("Het is genoteerd. De ander krijgt een mail."))
    return redirect("introductions:introduction", ref)


def _reasons(about: About) -> dict[str, str]:
    row = about.row
    if row.state in (PROPOSED, READ):
        return dict(DECLINING)
    told_by = stage_of(row).told_by
    contested = CONTEST if told_by and told_by != about.side else {}
    return {**contested, **(DROPPING if row.state != DONE else {})}


def _end(request: HttpRequest, about: About, form: EndingForm) -> None:
    why, text = form.cleaned_data["reden"], form.cleaned_data["tekst"]
    row, side, version = about.row, about.side or DESK, version_of(request)
    with acting_now(request, lambda caller: may_end(caller, about.both), say) as caller:
        by = about.signs(caller)
        if why == NOT_AGREED:
            contest(by, row.ref, side, version, text, clock.now())
        elif row.state in (PROPOSED, READ):
            decline(by, row.ref, side, version, why, text, clock.now())
        else:
            let_go(by, row.ref, side, version, why, text, clock.now())


def _page(
    request: HttpRequest, about: About, form: EndingForm, refusal: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        **frame(about),
        "form": form,
        "refusal": refusal,
        "is_early": about.row.state in (PROPOSED, READ),
        "can_end": about.row.state in OPEN or bool(_reasons(about)),
    }
    return render(request, "introductions/ending.html", context, status=status)
