"""Finds the introduction a page is about, and for which side this visitor speaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.exchange.public import areas_of
from wortel.introductions.domain.states import NEED, OTHER, SIDES
from wortel.introductions.domain.waiting import FOR_US, group_of
from wortel.introductions.models import Feedback, Introduction
from wortel.introductions.permissions import Both, acts_for, may_answer, may_read
from wortel.introductions.queries.acting import with_people
from wortel.introductions.queries.sides import Names, names_for
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.wording import say
from wortel.people.public import Caller, caller_of, permit
from wortel.trail.public import By

SIDE_OF_WORD = {"vraag": "need", "aanbod": "offer"}
WORD_OF_SIDE = {side: word for word, side in SIDE_OF_WORD.items()}


@dataclass(frozen=True, slots=True)
class About:
    """An introduction this visitor may read; `side` is the one they answer for now, empty for a desk that looks on.

    `told` are the sides that said how it was.
    """

    row: Introduction
    both: Both
    names: Names
    side: str
    sides: tuple[str, ...]
    told: frozenset[str]

    @property
    def other(self) -> str:
        """The side across."""
        return OTHER[self.side] if self.side else ""

    def signs(self, caller: Caller) -> By:
        """How this visitor signs what they do: for the organisation of their side, or as the desk."""
        actor = self.both.actor(self.side) if self.side else ""
        return caller.acts(actor if acts_for(caller, actor) else "")


def found(request: HttpRequest, ref: str, on: date) -> About:
    """The introduction; eight statements. One that is not this visitor's business looks like one that is not there."""
    caller = caller_of(request)
    row = Introduction.objects.filter(ref=ref).first()
    if row is None:
        permit(request, may_read(caller, Both("", "")), say, hide=not caller.is_stranger)
        raise Http404
    names = names_for([row])
    listings = (names.listing_of(row, side) for side in SIDES)
    areas = frozenset(area for it in listings if it is not None for area in areas_of(it.nis, on))
    both = Both(row.need_actor, row.offer_actor, areas)
    permit(request, may_read(caller, both), say, hide=not caller.is_stranger)
    both = replace(both, with_people=with_people([row.need_actor, row.offer_actor], on))
    told = frozenset(Feedback.objects.filter(introduction=row).values_list("side", flat=True))
    sides = tuple(side for side in SIDES if may_answer(caller, both, side))
    return About(row, both, names, _side(request, row, sides, told, on), sides, told)


def _side(request: HttpRequest, row: Introduction, sides: tuple[str, ...], told: frozenset[str], on: date) -> str:
    """The side asked for, else the one that is waited for."""
    asked = SIDE_OF_WORD.get(request.POST.get("kant") or request.GET.get("kant") or "", "")
    if asked in sides:
        return asked
    waited = [side for side in sides if group_of(stage_of(row), side, on, has_told=side in told) == FOR_US]
    return next(iter((*waited, *sides)), "")


def frame(about: About) -> dict[str, object]:
    """What every page of one introduction shows: who, what, and the way back."""
    row, names = about.row, about.names
    return {
        "row": row,
        "side": about.side,
        "word": WORD_OF_SIDE.get(about.side, ""),
        "need": names.listing_of(row, NEED),
        "offer": names.listing_of(row, "offer"),
        "need_actor": names.actor_of(row, NEED),
        "offer_actor": names.actor_of(row, "offer"),
        "them": names.name_of(row, about.other) if about.side else "",
        "crumbs": [
            (_("Mijn introducties"), reverse("introductions:mine")),
            (_("Introductie"), reverse("introductions:introduction", args=[row.ref])),
        ],
    }
