"""`/vraag-en-aanbod/<ref>/`: one need or offer, and for who keeps it: pause, close, reopen, repeat, agree."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import actor_names
from wortel.exchange.domain.words import NEED
from wortel.exchange.links import SIDE_WORDS, kind_words
from wortel.exchange.pages.beside import parts_beside
from wortel.exchange.pages.facts import facts
from wortel.exchange.pages.finding import Seen, seen
from wortel.exchange.pages.lines import name_of
from wortel.exchange.pages.stepping import StepFailed, buttons, may_press, take
from wortel.exchange.permissions import may_write
from wortel.exchange.wording import kind_label, say, state_label
from wortel.exchange.wording_sentence import entered, sentence
from wortel.people.public import caller_of, permit
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of
from wortel.shell.templatetags.shell import unmarked

HERE = "exchange:listing"


@takes_form
def listing_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The page; with POST one of the steps under `stap`. 409 when someone else changed it, 422 when it cannot be."""
    on = clock.today()
    about = seen(request, ref, on)
    if request.method != "POST":
        return _page(request, about, on)
    permit(request, may_press(caller_of(request), about), say)
    try:
        sentence, ref = take(request, about, clock.now(), site_of(request))
    except StepFailed as failed:
        return _page(request, seen(request, ref, on), on, failed.sentence, failed.status)
    messages.success(request, sentence)
    if request.POST.get("stap") == "trek-in":
        return redirect("exchange:mine", about.row.entered_by)
    return redirect("exchange:change" if request.POST.get("stap") == "herhaal" else HERE, ref)


def _page(request: HttpRequest, about: Seen, on: date, refusal: str = "", status: int = 200) -> HttpResponse:
    caller, row = caller_of(request), about.row
    enterer = actor_names([row.entered_by]).get(row.entered_by, "") if row.entered_by else ""
    context = {
        "row": row,
        "organisation": about.actor,
        "kind": kind_label(row.kind),
        "state": _state(about, on),
        "sentence": sentence(row, name_of(about.actor)),
        "facts": facts(row),
        "entered": entered(row, enterer) if row.consent or about.may_manage(caller) else "",
        "beside": parts_beside(request, row),
        "keeps": bool(about.may_manage(caller)),
        "steps": buttons(caller, about),
        "why": row.closed_why if may_write(caller, row.actor) else "",
        "refusal": refusal,
        "more_url": f"{reverse('exchange:list')}?soort={kind_words()[row.kind]}&kant={_other_side(row.side)}",
        "crumbs": [(_("Vraag en aanbod"), reverse("exchange:list")), (unmarked(row.title), "")],
    }
    return render(request, "exchange/listing.html", context, status=status)


def _state(about: Seen, on: date) -> str:
    """A word when it is not simply open."""
    row = about.row
    if row.state == "open":
        return _("voorbij") if row.end_on <= on else ""
    return state_label(row.state)


def _other_side(side: str) -> str:
    return SIDE_WORDS["offer" if side == NEED else "need"]
