"""`/introducties/vraag/<ref>/`: ask another organisation directly, or note what was agreed with it elsewhere."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import named_actors
from wortel.exchange.public import Listing, ListingRefused, kind_label
from wortel.introductions.actions.refused import IntroductionRefused
from wortel.introductions.domain.states import NEED
from wortel.introductions.forms import AskForm
from wortel.introductions.models import Introduction
from wortel.introductions.pages.asking import bring, make_counterpart
from wortel.introductions.permissions import acts_for, may_ask, may_see_own
from wortel.introductions.queries.counterparts import own_counterparts, readable_listing
from wortel.introductions.wording import say
from wortel.people.public import Caller, acting_now, caller_of, organisation_names, permit
from wortel.shell import clock
from wortel.shell.middleware import takes_form

NEW = "nieuw:"


@takes_form
def ask(request: HttpRequest, ref: str) -> HttpResponse:
    """Choose one of your own, or let the least be made; with POST it is proposed or noted."""
    caller = caller_of(request)
    permit(request, may_see_own(caller), say)
    about = readable_listing(caller, ref, clock.today())
    if about is None or about.state not in (Listing.State.OPEN, Listing.State.PAUSED, Listing.State.CLOSED):
        raise Http404
    permit(request, may_ask(caller, about.actor), say)
    choices = _choices(caller, about)
    label = _("Met welk aanbod van jullie?") if about.side == NEED else _("Met welke vraag van jullie?")
    form = AskForm(label, choices, request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _page(request, about, form)
    if not form.is_valid():
        return _page(request, about, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        row = _asked(request, about, form)
    except IntroductionRefused as refused:
        return _page(request, about, form, say(refused.reason), HTTPStatus.UNPROCESSABLE_ENTITY)
    except ListingRefused:
        wrong = _("Die korte tegenhanger konden we niet maken. Voeg zelf een vraag of aanbod toe, en kom dan terug.")
        return _page(request, about, form, wrong, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Het is genoteerd. De ander krijgt een mail."))
    return redirect("introductions:introduction", row.ref)


def _choices(caller: Caller, about: Listing) -> list[tuple[str, str]]:
    """The own listings that may answer it, and for each organisation a new one made for this."""
    own = [ref for ref in caller.organisations if ref != about.actor and acts_for(caller, ref)]
    own = [ref for ref in own if ref.startswith("demo-") == about.is_fictional]
    names = organisation_names(own)
    new = (
        _("een nieuw, kort aanbod van %(name)s, enkel hiervoor")
        if about.side == NEED
        else _("een nieuwe, korte vraag van %(name)s, enkel hiervoor")
    )
    return [
        *(
            (it.row.ref, f"{it.row.title} ({names.get(it.row.actor, '')}, {_('nog %(n)s keer') % {'n': it.left}})")
            for it in own_counterparts(about, own, clock.today())
        ),
        *((f"{NEW}{ref}", new % {"name": names.get(ref, ref)}) for ref in own),
    ]


def _asked(request: HttpRequest, about: Listing, form: AskForm) -> Introduction:
    """Two transactions: what is made for this is kept, also when the asking itself is refused."""
    chosen = form.cleaned_data["met"]
    if chosen.startswith(NEW):
        counterpart = _made(request, about, chosen.removeprefix(NEW))
    else:
        counterpart = Listing.objects.get(ref=chosen)
    with acting_now(request, lambda caller: may_ask(caller, about.actor), say) as caller:
        by = caller.acts(counterpart.actor)
        return bring(by, about, counterpart, form, Introduction.Origin.DIRECT, clock.now())


def _made(request: HttpRequest, about: Listing, actor: str) -> Listing:
    """A new one, made for this."""
    found = named_actors([actor]).get(actor)
    if found is None:
        raise Http404
    kind = kind_label(about.kind).lower()
    title = (_("Aanbod: %(kind)s") if about.side == NEED else _("Vraag: %(kind)s")) % {"kind": kind}
    with acting_now(request, lambda caller: may_ask(caller, about.actor), say) as caller:
        return make_counterpart(caller.acts(actor), about, found, title, clock.now())


def _page(
    request: HttpRequest, about: Listing, form: AskForm, refusal: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "listing": about,
        "kind": kind_label(about.kind),
        "them": named_actors([about.actor]).get(about.actor),
        "form": form,
        "refusal": refusal,
        "crumbs": [(about.title, reverse("exchange:listing", args=[about.ref]))],
    }
    return render(request, "introductions/ask.html", context, status=status)
