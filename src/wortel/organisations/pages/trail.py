"""`/organisaties/<ref>/logboek/`: who did what to the records of an organisation, newest first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.kernel.text import TextRefused, clean_text
from wortel.organisations.domain.fields import OWN_FIELDS, VISIBILITIES
from wortel.organisations.pages.finding import found, frame
from wortel.organisations.permissions import may_read_trail
from wortel.organisations.wording import say
from wortel.people.public import caller_of, names_of, permit
from wortel.shell.problems import PageProblem, WayOut
from wortel.trail.public import entries_concerning, people_in, trail_list

HERE = "organisations:trail"


def trail(request: HttpRequest, ref: str) -> HttpResponse:
    """`?ding=kind:ref` shows one record only; `?voor=12` what is older than entry 12."""
    permit(request, may_read_trail(caller_of(request), ref), say)
    about = found(ref)
    thing, before = _asked(request, ref)
    page = entries_concerning(ref, thing=thing, before=before)
    names = names_of(people_in(page.entries))
    context = {
        **frame(request, about, HERE),
        **trail_list(page.entries, lambda person: names.get(person, ""), _words()),
        "trail_url": reverse(HERE, args=[ref]),
        "thing": thing,
        "before": before,
        "older": page.older,
    }
    return render(request, "organisations/trail.html", context)


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
        _("Zo kan je het logboek niet vragen"),
        _("Het adres van deze pagina klopt niet. Begin opnieuw bij het hele logboek."),
        (WayOut(_("Naar het hele logboek"), reverse(HERE, args=[ref])),),
    )


def _words() -> Mapping[str, str]:
    """What the fields of a profile are called, and to whom they are shown."""
    fields = {field.key: _(field.label) for field in OWN_FIELDS}
    return fields | {key: _(label) for key, label in VISIBILITIES.items()}
