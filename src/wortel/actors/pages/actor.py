"""`/actoren/<ref>/`: one actor, who says what of it, and where it stands among its neighbours."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.domain.kinds import SECTORS
from wortel.actors.pages.actor_map import map_around
from wortel.actors.pages.actor_words import answer_sentence, facts
from wortel.actors.pages.beside import parts_beside
from wortel.actors.pages.lines import line
from wortel.actors.pages.telling import history, tellings
from wortel.actors.pages.words import SECTOR_WORDS
from wortel.actors.queries.counts import sector_counts
from wortel.actors.queries.directory import Listed
from wortel.actors.queries.names_of_places import municipality_name
from wortel.actors.queries.neighbours import Neighbours, neighbours
from wortel.actors.queries.profile import ActorGone, ActorProfile, NoSuchActor, profile
from wortel.actors.wording import sector_label
from wortel.replies.public import Target, kind_name, open_replies, reply_page
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.problems import PageProblem, WayOut

REPLIES = ("claim", "dispute", "correction")


def actor(request: HttpRequest, ref: str) -> HttpResponse:
    """The page of an actor. Raises `PageProblem`: 410 for one nobody speaks of any more, 404 for one that never was."""
    found = _found(ref)
    here = found.actor
    around = neighbours(here.id)
    context = {
        "about": found,
        "actor": here,
        "sentence": answer_sentence(found),
        "facts": facts(found),
        "tellings": tellings(found),
        "history": history(found.records),
        "picture": map_around(here, around, clock.today()),
        "around": _around(around),
        "radius": around.radius_km if around else 0,
        "town": municipality_name(here.nis),
        "town_url": reverse("actors:directory") + f"?gemeente={here.nis}",
        "sectors": _sectors(here.nis) if here.nis else [],
        "replies": [kind_name(reply.kind) for reply in open_replies(f"actor:{here.ref}")],
        "reply_urls": {kind: reverse("actors:reply", args=[here.ref, kind]) for kind in REPLIES},
        "beside": parts_beside(request, here),
        "json_url": f"/api/v1/actors/{here.ref}",
        "crumbs": _crumbs(here),
    }
    return render(request, "actors/actor.html", context)


@takes_form
def reply(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """Claim, dispute or correction: the form, and what comes back from it. Raises `PageProblem` (404, 410)."""
    here = _found(ref).actor
    target = Target(f"actor:{here.ref}", here.name, reverse("actors:actor", args=[here.ref]), REPLIES, here.nis)
    return reply_page(request, target, kind)


def _found(ref: str) -> ActorProfile:
    ways = (WayOut(_("Zoek in alle actoren"), reverse("actors:directory")),)
    try:
        return profile(ref)
    except ActorGone as gone:
        last = gone.records[-1]
        sentence = _("%(source)s noemde deze actor, maar doet dat niet meer. We tonen hem niet langer.")
        raise PageProblem(
            HTTPStatus.GONE, _("Deze actor staat niet meer in de lijst"), sentence % {"source": last.source_name}, ways
        ) from gone
    except NoSuchActor as unknown:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Deze actor kennen we niet"),
            _("Er staat niemand in onze lijst met de code “%(ref)s”. Zoek op naam.") % {"ref": ref[:40]},
            ways,
        ) from unknown


def _crumbs(here: Listed) -> list[tuple[str, str]]:
    crumbs = [(_("Actoren"), reverse("actors:directory"))]
    if here.nis:
        crumbs.append((municipality_name(here.nis), f"{reverse('actors:directory')}?gemeente={here.nis}"))
    return [*crumbs, (here.name, "")]


def _around(around: Neighbours | None) -> list[dict[str, Any]]:
    """Per sector the nearest actors; a sector without any is named all the same."""
    if around is None:
        return []
    by_sector: Mapping[str, tuple[Listed, ...]] = around.by_sector
    shown = [*SECTORS, *([""] if "" in by_sector else [])]
    return [
        {"label": sector_label(key), "lines": [line(other, brief=True) for other in by_sector.get(key, ())]}
        for key in shown
    ]


def _sectors(nis: str) -> list[dict[str, Any]]:
    """Rows of the bar table: the sectors of the municipality, in their fixed order."""
    counts = sector_counts(nis)
    most = max(counts.values()) or 1
    base = f"{reverse('actors:directory')}?gemeente={nis}"
    return [
        {
            "label": sector_label(key),
            "value": counts[key],
            "share": counts[key] / most,
            "url": f"{base}&sector={SECTOR_WORDS[key]}" if counts[key] else "",
            "note": "" if counts[key] else _("nog niemand bekend"),
        }
        for key in SECTORS
    ]
