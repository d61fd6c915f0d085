"""What a visitor asks of the directory in the address, and the helpful refusal when it cannot be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.translation import gettext as _

from wortel.actors.pages.words import PARAMETER_OF, TITLE_OF, value_of
from wortel.actors.queries.asked import BY_DISTANCE, BY_NAME, RELEVANCE, Asked, Near
from wortel.actors.queries.near import PlaceUnknown, near_place
from wortel.shell.address import strangers, with_one, without
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.domain.refusals import UnknownMunicipality
from wortel.territory.public import say_refusal, timeline

SORT_WORDS = {"relevantie": RELEVANCE, "naam": BY_NAME, "afstand": BY_DISTANCE}
RADII = (2, 5, 10, 25, 50)
DEFAULT_RADIUS = 10
VIEWS = ("lijst", "kaart")
LAYOUTS = ("helix", "o")
LONGEST_TEXT = 200
_OWN = {
    *PARAMETER_OF.values(),
    "q",
    "bij",
    "straal",
    "gemeente",
    "orde",
    "weergave",
    "indeling",
    "pagina",
    "vorm",
    "vak",
}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and how to show the answer: `view` is lijst or kaart, `layout` is helix or o."""

    asked: Asked
    view: str
    layout: str
    place_text: str
    radius: int
    municipality: str


def read_question(request: HttpRequest, sources: Mapping[str, str], on: date) -> Question:
    """The question in the address. Raises `PageProblem` (422, or 404 for a municipality that never stood)."""
    _refuse_strangers(request)
    text = request.GET.get("q", "").replace("\x00", " ").strip()[:LONGEST_TEXT]
    radius = int(_one_of(request, "straal", tuple(map(str, RADII)), str(DEFAULT_RADIUS)))
    nis, name = _municipality(request, on)
    asked = Asked(
        text=text,
        near=_near(request, radius, on),
        chosen=_chosen(request, sources),
        nis=nis,
        sort=SORT_WORDS[_one_of(request, "orde", tuple(SORT_WORDS), "relevantie")],
    )
    return Question(
        asked=asked,
        view=_one_of(request, "weergave", VIEWS, "lijst"),
        layout=_one_of(request, "indeling", LAYOUTS, "o" if request.GET.get("o") else "helix"),
        place_text=request.GET.get("bij", "").strip(),
        radius=radius,
        municipality=name,
    )


def _refuse_strangers(request: HttpRequest) -> None:
    if unknown := strangers(request, _OWN):
        raise _refusal(
            _("Deze filter kennen we niet"),
            _("Het adres bevat “%(name)s”. Daarop kun je hier niet filteren.") % {"name": unknown[0][:40]},
            (WayOut(_("Toon de lijst zonder die filter"), without(request, *unknown)),),
        )


def _chosen(request: HttpRequest, sources: Mapping[str, str]) -> dict[str, frozenset[str]]:
    chosen = {}
    for facet, parameter in PARAMETER_OF.items():
        words = [word for word in request.GET.getlist(parameter) if word]
        values = [value_of(facet, word, sources) for word in words]
        for word, value in zip(words, values, strict=True):
            if value is None:
                raise _unknown_value(request, _(TITLE_OF[facet]), parameter, word)
        if values:
            chosen[facet] = frozenset(value for value in values if value is not None)
    return chosen


def _one_of(request: HttpRequest, parameter: str, allowed: tuple[str, ...], default: str) -> str:
    word = request.GET.get(parameter) or default
    if word not in allowed:
        raise _unknown_value(request, parameter, parameter, word, allowed)
    return word


def _unknown_value(
    request: HttpRequest, title: str, parameter: str, word: str, allowed: tuple[str, ...] = ()
) -> PageProblem:
    return _refusal(
        _("Deze keuze bestaat niet"),
        _("“%(word)s” is geen keuze bij “%(title)s”.") % {"word": word[:60], "title": title},
        (
            WayOut(_("Toon de lijst zonder die keuze"), without(request, parameter)),
            *(WayOut(choice, with_one(request, parameter, choice)) for choice in allowed),
        ),
    )


def _near(request: HttpRequest, radius: int, on: date) -> Near | None:
    text = request.GET.get("bij", "").strip()
    if not text:
        return None
    try:
        return near_place(text, radius, on)
    except PlaceUnknown as unknown:
        ways = (WayOut(name, with_one(request, "bij", name)) for name in unknown.resembles)
        raise _refusal(
            _("Deze plaats kennen we niet"),
            _("We kennen geen Vlaamse gemeente, deelgemeente of postcode “%(text)s”.") % {"text": text[:60]},
            (*ways, WayOut(_("Zoek zonder plaats"), without(request, "bij", "straal"))),
        ) from unknown


def _municipality(request: HttpRequest, on: date) -> tuple[str, str]:
    """Code and name on today's map of the municipality asked for; one that is gone stands for what it became."""
    nis = request.GET.get("gemeente", "").strip()
    if not nis:
        return "", ""
    ways = (WayOut(_("Toon de lijst zonder gemeente"), without(request, "gemeente")),)
    try:
        now = timeline().successors(timeline().find(nis).nis, on)
    except UnknownMunicipality as refusal:
        raise PageProblem(
            HTTPStatus.NOT_FOUND, _("Deze gemeente kennen we niet"), say_refusal(refusal), ways
        ) from refusal
    if len(now) != 1:
        sentence = _("Deze gemeente is over meer dan één gemeente verdeeld. Kies er een.")
        choices = (WayOut(place.name, with_one(request, "gemeente", place.nis)) for place in now)
        raise _refusal(_("Kies een gemeente van vandaag"), sentence, (*choices, *ways))
    return now[0].nis, now[0].name


def _refusal(title: str, sentence: str, ways_out: tuple[WayOut, ...]) -> PageProblem:
    return PageProblem(HTTPStatus.UNPROCESSABLE_ENTITY, title, sentence, ways_out)
