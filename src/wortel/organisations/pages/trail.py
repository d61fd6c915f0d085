"""`/organisaties/<ref>/logboek/`: who did what to the records of an organisation, newest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.kernel.text import TextRefused, clean_text
from wortel.organisations.pages.finding import found, frame
from wortel.organisations.pages.history import words_of_fields
from wortel.organisations.permissions import may_edit_profile, may_read_trail
from wortel.organisations.wording import say
from wortel.people.domain.capacities import CAPACITIES
from wortel.people.public import caller_of, names_of, permit, say_capacity
from wortel.shell.problems import PageProblem, WayOut
from wortel.trail.public import TrailEntry, entries_concerning, people_in, trail_list

HERE = "organisations:trail"


def trail(request: HttpRequest, ref: str) -> HttpResponse:
    """`?ding=kind:ref` shows one record only; `?voor=12` what is older than entry 12."""
    permit(request, may_read_trail(caller_of(request), ref), say)
    about = found(ref)
    thing, before = _asked(request, ref)
    page = entries_concerning(ref, thing=thing, before=before)
    entries = page.entries if may_edit_profile(caller_of(request), ref) else without_profile(page.entries)
    names = names_of(people_in(entries))
    context = {
        **frame(request, about, HERE),
        **trail_list(entries, lambda person: names.get(person, ""), {**words_of_fields(), **_capacities()}),
        "trail_url": reverse(HERE, args=[ref]),
        "thing": thing,
        "before": before,
        "older": page.older,
    }
    return render(request, "organisations/trail.html", context)


def _capacities() -> dict[str, str]:
    return {key: say_capacity(key) for key in CAPACITIES}


def _asked(request: HttpRequest, ref: str) -> tuple[str, int | None]:
    """The record and the number asked for. Raises `PageProblem` (422) for what cannot be either."""
    before = request.GET.get("voor", "").strip()
    try:
        thing = clean_text(request.GET.get("ding", ""), limit=80)
    except TextRefused as refused:
        raise _senseless(ref) from refused
    if before and not re.fullmatch(r"[0-9]{1,18}", before):
        raise _senseless(ref)
    return thing, int(before) if before else None


def _senseless(ref: str) -> PageProblem:
    return PageProblem(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        _("Zo kun je het logboek niet opvragen"),
        _("Het adres van deze pagina klopt niet. Begin opnieuw bij het hele logboek."),
        (WayOut(_("Naar het hele logboek"), reverse(HERE, args=[ref])),),
    )


def without_profile(entries: Sequence[TrailEntry]) -> tuple[TrailEntry, ...]:
    """The entries without what stood in the profile: fields that only the organisation sees are none of the others'."""
    return tuple(
        replace(entry, before={}, after={}) if entry.thing.startswith("profile:") else entry for entry in entries
    )
