"""`/netwerk/`: who works with whom in a municipality, a group or a region; who is missing, and who could be that."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import kind_label, role_label, sector_label, word_of
from wortel.network.pages.asking import CHANGE, AskedPlace, address_of, asked_place
from wortel.network.pages.choosing import choices
from wortel.network.pages.lines import body_rows, candidate_rows, role_rows, sector_rows, tie_rows, who_is
from wortel.network.pages.picture import legend, picture_of
from wortel.network.pages.taking import export_of
from wortel.network.queries.place import PlaceNetwork, place_network
from wortel.network.rulebook import network_rulebook
from wortel.network.wording import answer_sentence, broker_sentences, presence_label
from wortel.people.domain.capacities import ADMINISTRATOR
from wortel.people.public import Caller, caller_of
from wortel.shell import clock
from wortel.shell.exports import asked_form, export_links, export_response
from wortel.shell.paging import page_of

ALONE = 20
_O_LABELS = {"onderwijs": "Onderwijs", "onderzoek": "Onderzoek", "ondernemers": "Ondernemers", "overheid": "Overheid"}


def network(request: HttpRequest) -> HttpResponseBase:
    """The form without a question; with one the answer, or one of its tables as a file. Raises `PageProblem`."""
    today = clock.today()
    form, asked = asked_form(request), asked_place(request, today)
    if asked is None or CHANGE in request.GET:
        context = {**choices(asked, today), "crumbs": [(_("Netwerk"), "")]}
        return render(request, "network/choose.html", context)
    place = place_network(asked.codes, today)
    if form:
        return export_response(export_of(asked, place, clock.now()), form)
    return render(request, "network/network.html", _context(request, asked, place))


def _context(request: HttpRequest, asked: AskedPlace, place: PlaceNetwork) -> dict[str, Any]:
    tied = len(place.here) - len(place.alone)
    return {
        "asked": asked,
        "place": place,
        "sentence": answer_sentence(asked.where, place.balance),
        "sectors": sector_rows(place),
        "four_o": _four_o(place),
        "gaps": _gaps(request, place),
        "ask_url": _ask_url(request, place),
        "roles": role_rows(place),
        "bodies": body_rows(place, asked.towns),
        "brokers": [
            (
                who_is(place.network.nodes[it.ref], kind_label(place.network.nodes[it.ref].kind)),
                it,
                broker_sentences(it),
            )
            for it in place.brokers
        ],
        "alone": [who_is(actor, kind_label(actor.kind)) for actor in place.alone[:ALONE]],
        "alone_more": max(0, len(place.alone) - ALONE),
        "tied": tied,
        "picture": picture_of(place),
        "legend": legend(place),
        "ties": page_of(request, len(place.edges), partial(tie_rows, place)),
        "ties_links": _table_links(request, "banden"),
        "candidates_links": _table_links(request, "kandidaten"),
        "alone_links": _table_links(request, "alleen"),
        "directory_url": _directory_url(asked),
        "rules": network_rulebook().rules,
        "json_url": _json_url(asked),
        "change_url": f"{address_of(asked)}&{CHANGE}=ja",
        "crumbs": [(_("Netwerk"), reverse("network:network")), (asked.title, "")],
    }


def _four_o(place: PlaceNetwork) -> list[dict[str, Any]]:
    return [
        {
            "label": _(_O_LABELS[part.key]),
            "here": part.here,
            "presence": presence_label(part.presence),
            "is_gap": not part.here,
        }
        for part in place.balance.four_o
    ]


def _gaps(request: HttpRequest, place: PlaceNetwork) -> list[dict[str, Any]]:
    """The sectors and roles nobody here has, each with who could fill it."""
    caller = caller_of(request)
    inviting = _decides_for(caller, place)
    part_of = {part.key: part for part in place.balance.sectors}
    found: list[dict[str, Any]] = [
        {
            "label": sector_label(sector),
            "state": presence_label(part_of[sector].presence),
            "from_elsewhere": part_of[sector].from_elsewhere,
            "rows": candidate_rows(place, ranked, inviting),
            "url": f"{reverse('actors:directory')}?sector={word_of('sector', sector)}",
        }
        for sector, ranked in place.sector_gaps.items()
    ]
    return found + [
        {"label": role_label(role), "is_role": True, "rows": candidate_rows(place, ranked, inviting)}
        for role, ranked in place.role_gaps.items()
    ]


def _decides_for(caller: Caller, place: PlaceNetwork) -> str:
    """The organisation for which the visitor may name partners: first one from here; empty when there is none."""
    own = [held.organisation for held in caller.mandates if held.capacity == ADMINISTRATOR and held.organisation]
    return min(own, key=lambda ref: (ref not in place.inside, ref), default="")


def _ask_url(request: HttpRequest, place: PlaceNetwork) -> str:
    """Where to put a need: for the own organisation; who has none sees what others ask first."""
    own = _decides_for(caller_of(request), place)
    return reverse("exchange:new", args=[own]) if own else reverse("exchange:list")


def _table_links(request: HttpRequest, table: str) -> list[dict[str, str]]:
    query = request.GET.copy()
    for name in ("tabel", "pagina", "vorm"):
        query.pop(name, None)
    return [
        {"label": link.label, "url": f"?{query.urlencode()}&tabel={table}&vorm={link.label.lower()}"}
        for link in export_links(request)
    ]


def _directory_url(asked: AskedPlace) -> str:
    """The list of actors of one municipality or one area; of all when more was chosen."""
    pairs = [*asked.areas, *(("gemeente", nis) for nis in asked.picked)]
    query = f"?{pairs[0][0]}={pairs[0][1]}" if len(pairs) == 1 else ""
    return reverse("actors:directory") + query


def _json_url(asked: AskedPlace) -> str:
    return "/api/v1/network?" + address_of(asked).partition("?")[2].replace("gemeente=", "nis=").replace(
        "regio=", "region="
    ).replace("provincie=", "province=")
