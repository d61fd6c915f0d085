"""What a visitor asks of the list in the address, and the helpful refusal when it cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wortel.actors.public import PlaceUnknown, Spot, find_spot, name_of_area
from wortel.exchange.links import SIDE_WORDS, key_of, kind_words, stage_words, theme_words
from wortel.exchange.queries.found import ENDING, KIND, NEAREST, NEWEST, REGION, SIDE, STAGE, THEME_FACET, Asked
from wortel.shell.address import strangers, with_one, without
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.domain.refusals import UnknownMunicipality
from wortel.territory.public import timeline

PARAMETER_OF = {SIDE: "kant", KIND: "soort", THEME_FACET: "thema", STAGE: "leeftijd", REGION: "regio"}
SORT_WORDS = {"nieuwste": NEWEST, "afstand": NEAREST, "einde": ENDING}
RADII = (5, 10, 15, 25, 50, 100)
_DEFAULT_RADIUS = 15
_LONGEST = 200
_OWN = {*PARAMETER_OF.values(), "q", "bij", "straal", "gemeente", "orde", "pagina", "vorm"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how the form shows it again."""

    asked: Asked
    place_text: str
    radius: int
    municipality: str


def words_of(facet: str, on: date) -> Mapping[str, str]:
    """Word in the address by key of a choice."""
    if facet == REGION:
        return {area.code: area.code for area in timeline().areas_of_map("referentieregio", on)}
    return {SIDE: SIDE_WORDS, KIND: kind_words(), THEME_FACET: theme_words(), STAGE: stage_words()}[facet]


def read_question(request: HttpRequest, on: date) -> Question:
    """The question in the address. Raises `PageProblem` (422, or 404 for a municipality that never stood)."""
    if unknown := strangers(request, _OWN):
        raise _refused(
            _("Deze filter kennen we niet"),
            _("Het adres bevat “%(name)s”. Daarop kun je hier niet filteren.") % {"name": unknown[0][:40]},
            WayOut(_("Toon de lijst zonder die filter"), without(request, *unknown)),
        )
    radius = int(_one_of(request, "straal", tuple(map(str, RADII)), str(_DEFAULT_RADIUS)))
    near = _near(request, on)
    nis = _municipality(request, on)
    sort = SORT_WORDS[_one_of(request, "orde", tuple(SORT_WORDS), "afstand" if near else "nieuwste")]
    text = request.GET.get("q", "").replace("\x00", " ").strip()[:_LONGEST]
    asked = Asked(text, _chosen(request, on), nis, near, float(radius), sort)
    return Question(asked, request.GET.get("bij", "").strip(), radius, name_of_area("gemeente", nis) if nis else "")


def _chosen(request: HttpRequest, on: date) -> dict[str, frozenset[str]]:
    chosen = {}
    for facet, parameter in PARAMETER_OF.items():
        given = [word for word in request.GET.getlist(parameter) if word]
        known = words_of(facet, on) if given else {}
        keys = {word: key_of(known, word) for word in given}
        for word, key in keys.items():
            if key is None:
                raise _unknown(request, parameter, word)
        if keys:
            chosen[facet] = frozenset(key for key in keys.values() if key)
    return chosen


def _one_of(request: HttpRequest, parameter: str, allowed: tuple[str, ...], default: str) -> str:
    word = request.GET.get(parameter) or default
    if word not in allowed:
        raise _unknown(request, parameter, word)
    return word


def _near(request: HttpRequest, on: date) -> Spot | None:
    text = request.GET.get("bij", "").strip()
    if not text:
        return None
    try:
        return find_spot(text, on)
    except PlaceUnknown as unknown:
        raise _refused(
            _("Deze plaats kennen we niet"),
            _("We kennen geen Vlaamse gemeente, deelgemeente of postcode “%(text)s”.") % {"text": text[:60]},
            *(WayOut(name, with_one(request, "bij", name)) for name in unknown.resembles),
            WayOut(_("Zoek zonder plaats"), without(request, "bij", "straal")),
        ) from unknown


def _municipality(request: HttpRequest, on: date) -> str:
    """The code on today's map; one that is gone stands for what it became."""
    nis = request.GET.get("gemeente", "").strip()
    if not nis:
        return ""
    way = WayOut(_("Toon de lijst zonder gemeente"), without(request, "gemeente"))
    try:
        now = timeline().successors(timeline().find(nis).nis, on)
    except UnknownMunicipality as unknown:
        sentence = _("Er is geen Vlaamse gemeente met deze code.")
        raise PageProblem(HTTPStatus.NOT_FOUND, _("Deze gemeente kennen we niet"), sentence, (way,)) from unknown
    if len(now) != 1:
        ways = (WayOut(place.name, with_one(request, "gemeente", place.nis)) for place in now)
        sentence = _("Deze gemeente is over meer dan één gemeente verdeeld. Kies er een.")
        raise _refused(_("Kies een gemeente van vandaag"), sentence, *ways, way)
    return now[0].nis


def _unknown(request: HttpRequest, parameter: str, word: str) -> PageProblem:
    return _refused(
        _("Deze keuze bestaat niet"),
        _("“%(word)s” is geen keuze bij “%(title)s”.") % {"word": word[:60], "title": parameter},
        WayOut(_("Toon de lijst zonder die keuze"), without(request, parameter)),
    )


def _refused(title: str, sentence: str, *ways: WayOut) -> PageProblem:
    return PageProblem(HTTPStatus.UNPROCESSABLE_ENTITY, title, sentence, tuple(ways))
