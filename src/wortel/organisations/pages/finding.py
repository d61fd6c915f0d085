"""Finds the organisation a page is about, and what its pages share."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import ActorGone, NoSuchActor, whereabouts
from wortel.organisations.permissions import is_administrator
from wortel.organisations.queries.organisation import Organisation, organisation
from wortel.people.public import caller_of, organisation_tabs
from wortel.shell.problems import PageProblem, WayOut

TABS = (
    ("organisations:edit", "Bewerken"),
    ("organisations:compare", "Vergelijken"),
    ("organisations:publish", "Publiceren"),
    ("organisations:partners", "Partners"),
    ("people:members", "Mensen"),
    ("organisations:trail", "Logboek"),
    ("organisations:removal", "Weghalen"),
)


def found(ref: str) -> Organisation:
    """The organisation with this ref. Raises `PageProblem`: 404 for none, 410 for one nobody speaks of any more."""
    ways = (WayOut(_("Zoek in alle actoren"), reverse("actors:directory")),)
    try:
        return organisation(ref)
    except ActorGone as gone:
        raise PageProblem(
            HTTPStatus.GONE,
            _("Deze organisatie staat niet meer in de lijst"),
            _("Geen enkele bron noemt ze nog. Zoek ze op naam: misschien kreeg ze een nieuwe vermelding."),
            ways,
        ) from gone
    except NoSuchActor as unknown:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Deze organisatie kennen we niet"),
            _("Er staat niemand in onze lijst met deze code. Zoek op naam."),
            ways,
        ) from unknown


def frame(request: HttpRequest, about: Organisation, here: str) -> dict[str, Any]:
    """What every page of one organisation shows: its name, the way back, and its other pages."""
    return {
        "organisation": about.actor,
        "is_administrator": is_administrator(caller_of(request), about.ref),
        "tabs": organisation_tabs(about.ref, here),
        "crumbs": [
            (_("Mijn organisaties"), reverse("organisations:mine")),
            (about.actor.name, reverse("actors:actor", args=[about.ref])),
        ],
    }


def is_town(name: str) -> bool:
    """Whether this is the name of exactly one municipality of today, or of a former one that became one."""
    where = whereabouts()
    return len(where.named(name, where.newest)) == 1
