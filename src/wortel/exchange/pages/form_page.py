"""The page with the form, which several pages show: choosing a kind, the form itself, and what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import Listed
from wortel.exchange.domain.kinds import KIND_OF, Kind, kinds_for
from wortel.exchange.domain.reach import speeds
from wortel.exchange.domain.wanted import Fault
from wortel.exchange.domain.words import DAYS, NEED, OFFER, PARTS_OF_DAY, TRAVEL_MODES
from wortel.exchange.forms import ListingForm
from wortel.exchange.links import SIDE_WORDS, key_of, kind_words
from wortel.exchange.rulebook import exchange_rulebook
from wortel.exchange.wording import kind_label
from wortel.shell.formats import listed

_USUAL = 6


def asked_side(request: HttpRequest) -> str:
    """need or offer; empty when the address does not say."""
    return key_of(SIDE_WORDS, request.GET.get("kant", "")) or ""


def asked_kind(request: HttpRequest) -> Kind | None:
    """The kind in the address."""
    key = key_of(kind_words(), request.GET.get("soort", ""))
    return KIND_OF[key] if key else None


def form_frame(form: ListingForm, owner: Listed) -> dict[str, Any]:
    """What the page with the form shows."""
    return {
        "form": form,
        "sections": form.sections(),
        "kind": kind_label(form.kind.key),
        "hint": _(form.kind.hint),
        "is_need": form.side == NEED,
        "week": week(form),
        "speeds": said_speeds(form.on),
        "organisation": owner,
    }


def week(form: ListingForm) -> dict[str, Any]:
    """The boxes of the parts of the week, by day."""
    if "momenten" not in form.fields:
        return {}
    found, parts = list(form["momenten"]), len(PARTS_OF_DAY)
    days = [
        {"day": _(label), "boxes": found[place * parts : (place + 1) * parts]}
        for place, label in enumerate(DAYS.values())
    ]
    return {"parts": [_(label) for label in PARTS_OF_DAY.values()], "days": days}


def kind_choices(request: HttpRequest, sector: str) -> list[dict[str, Any]]:
    """Both sides with their kinds as links, the usual ones for that sector apart."""
    extra = {name: request.GET[name] for name in ("voor", "organisatie") if request.GET.get(name)}
    titles = {NEED: _("We zoeken"), OFFER: _("We bieden")}
    return [
        {
            "key": side,
            "title": titles[side],
            "kinds": [_choice(request, side, kind, extra) for kind in kinds_for(sector, side)],
            "usual": _USUAL,
        }
        for side in (NEED, OFFER)
    ]


def add_faults(form: ListingForm, faults: Sequence[Fault]) -> None:
    """Shows what an action refused at its own control."""
    for fault in faults:
        form.add_fault(fault)


def said_speeds(on: date) -> str:
    """How minutes become kilometres, in words."""
    found = speeds(exchange_rulebook(), on)
    return listed(
        _("%(mode)s %(km)s km per uur") % {"mode": _(TRAVEL_MODES[mode]), "km": km} for mode, km in found.items()
    )


def organisation_crumbs(actor: Listed) -> list[tuple[str, str]]:
    """The way back to the organisation and what it asks and offers."""
    return [
        (_("Mijn organisaties"), reverse("organisations:mine")),
        (actor.name, reverse("actors:actor", args=[actor.ref])),
        (_("Vraag en aanbod"), reverse("exchange:mine", args=[actor.ref])),
    ]


def _choice(request: HttpRequest, side: str, kind: Kind, extra: dict[str, str]) -> dict[str, str]:
    query = request.GET.copy()
    query.clear()
    query.update({"kant": SIDE_WORDS[side], "soort": kind_words()[kind.key], **extra})
    return {"label": kind_label(kind.key), "text": _(kind.hint), "url": f"{request.path}?{query.urlencode()}"}
