"""`/introducties/samenbrengen/<ref>/`: a gangmaker proposes two others to each other, or notes what they agreed."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import named_actors
from wortel.exchange.public import Listing, areas_of, kind_label
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.states import NEED
from wortel.introductions.forms import AskForm
from wortel.introductions.models import Introduction
from wortel.introductions.pages.asking import bring
from wortel.introductions.permissions import Areas, may_bring_together
from wortel.introductions.queries.counterparts import nearest_counterparts, readable_listing
from wortel.introductions.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell import clock
from wortel.shell.formats import number
from wortel.shell.middleware import takes_form

SHOWN = 50


@takes_form
def bring_together(request: HttpRequest, ref: str) -> HttpResponse:
    """The nearest open ones on the other side to choose from; with POST the two are proposed, or noted."""
    caller, on = caller_of(request), clock.today()
    permit(request, may_bring_together(caller), say)
    about = readable_listing(caller, ref, on)
    if about is None or about.state in (Listing.State.DRAFT, Listing.State.AWAITING) or about.visibility == "own":
        raise Http404
    words = request.GET.get("q", "")[:100]
    found = nearest_counterparts(about, caller, words, on)[:SHOWN]
    names = named_actors(sorted({about.actor, *(it.row.actor for it in found)}))
    choices = [
        (
            it.row.ref,
            f"{it.row.title} · {names[it.row.actor].name if it.row.actor in names else ''} · {number(it.km)} km",
        )
        for it in found
    ]
    label = _("Met welk aanbod?") if about.side == NEED else _("Met welke vraag?")
    form = AskForm(label, choices, request.POST if request.method == "POST" else None)
    context = {
        "listing": about, "kind": kind_label(about.kind), "them": names.get(about.actor), "words": words,
        "has_choices": bool(choices), "crumbs": [(about.title, reverse("exchange:listing", args=[about.ref]))],
    }  # fmt: skip
    if request.method != "POST":
        return render(request, "introductions/bring_together.html", {**context, "form": form})
    refusal = ""
    if form.is_valid():
        try:
            row = _brought(request, about, form)
        except IntroductionRefused as refused:
            refusal = say(refused.reason)
        else:
            messages.success(request, _("Het voorstel is weg. Beide kanten krijgen een mail."))
            return redirect("introductions:introduction", row.ref)
    context |= {"form": form, "refusal": refusal}
    return render(request, "introductions/bring_together.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _brought(request: HttpRequest, about: Listing, form: AskForm) -> Introduction:
    other = Listing.objects.get(ref=form.cleaned_data["met"])
    areas: Areas = areas_of(about.nis, clock.today()) | areas_of(other.nis, clock.today())
    with acting_now(request, lambda caller: may_bring_together(caller, areas), say) as caller:
        return bring(caller.acts(), about, other, form, Introduction.Origin.DESK, clock.now())
