"""Which municipalities are asked for in the address: one, some picked by hand, a region, a province, or a mix."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.shell.address import strangers, without
from wortel.shell.exports import PARAMETER as FORM
from wortel.shell.formats import listed
from wortel.shell.paging import PARAMETER as PAGE
from wortel.shell.problems import PageProblem, WayOut
from wortel.territory.domain.places import Municipality
from wortel.territory.domain.refusals import UnknownArea, UnknownMunicipality
from wortel.territory.public import say_refusal, timeline

TOWN, REGION, PROVINCE, TABLE = "gemeente", "regio", "provincie", "tabel"
CHANGE = "wijzig"
AREAS = ((REGION, "referentieregio"), (PROVINCE, "provincie"))
TABLES = ("banden", "kandidaten", "alleen")
_KNOWN = {TOWN, REGION, PROVINCE, TABLE, CHANGE, PAGE, FORM}
MOST, NAMED = 100, 4


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """The municipalities of today, how they are called together, and how they stand in an address.

    `title` is a heading, `where` fits behind "in".
    """

    towns: tuple[Municipality, ...]
    title: str
    where: str
    areas: tuple[tuple[str, str], ...]
    picked: tuple[str, ...]
    table: str

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the municipalities, sorted."""
        return tuple(town.nis for town in self.towns)


def asked_place(request: HttpRequest, on: date) -> AskedPlace | None:
    """What is asked; `None` when nothing is. Raises `PageProblem` (404, 422)."""
    if unknown := strangers(request, _KNOWN):
        sentence = _("Het adres bevat “%(name)s”. Daarop kun je hier niet filteren.") % {"name": unknown[0][:40]}
        raise _refused(
            _("Deze filter kennen we niet"), sentence, WayOut(_("Ga verder zonder"), without(request, *unknown))
        )
    table = request.GET.get(TABLE) or TABLES[0]
    if table not in TABLES:
        way = WayOut(_("Ga verder zonder"), without(request, TABLE))
        raise _refused(_("Deze tabel hebben we niet"), _("Kies uit: %(names)s.") % {"names": ", ".join(TABLES)}, way)
    areas = tuple((name, code) for name, _scheme in AREAS for code in dict.fromkeys(request.GET.getlist(name)) if code)
    picked = tuple(dict.fromkeys(town.nis for nis in request.GET.getlist(TOWN) if nis for town in _became(nis, on)))
    if not areas and not picked:
        return None
    return _put_together(areas, picked, table, on)


def address_of(place: AskedPlace) -> str:
    """The address of the page of these municipalities."""
    pairs = [*place.areas, *((TOWN, nis) for nis in place.picked)]
    return reverse("network:network") + "?" + "&".join(f"{name}={code}" for name, code in pairs)


def _put_together(areas: tuple[tuple[str, str], ...], picked: tuple[str, ...], table: str, on: date) -> AskedPlace:
    found, names, wheres = {nis: timeline().municipality(nis, on) for nis in picked}, [], []
    for name, code in areas:
        towns = _of_area(dict(AREAS)[name], code, on)
        found.update({town.nis: town for town in towns})
        area = timeline().area(dict(AREAS)[name], code).name
        names.append(area)
        wheres.append((_("regio %(name)s") if name == REGION else _("provincie %(name)s")) % {"name": _bare(area)})
    if len(found) > MOST:
        sentence = _("Je koos %(n)s gemeenten. Kies er hoogstens %(most)s.") % {"n": len(found), "most": MOST}
        raise _refused(_("Dat zijn er te veel tegelijk"), sentence, _choose())
    called = sorted(timeline().municipality(nis, on).name for nis in picked)
    together = called if len(called) <= NAMED else [_("%(n)s gemeenten") % {"n": len(called)}]
    return AskedPlace(
        towns=tuple(found[nis] for nis in sorted(found)),
        title=listed([*names, *together]),
        where=listed([*wheres, *together]),
        areas=areas,
        picked=picked,
        table=table,
    )


def _bare(area: str) -> str:
    """The name without the word region in front, as some are called."""
    return area.removeprefix("Regio ")


def _of_area(scheme: str, code: str, on: date) -> tuple[Municipality, ...]:
    try:
        towns = timeline().members_of_map(scheme, code, on)
    except UnknownArea:
        towns = ()
    if not towns:
        sentence = _("Er is vandaag geen regio of provincie met de code “%(code)s”.") % {"code": code[:20]}
        raise PageProblem(HTTPStatus.NOT_FOUND, _("Dit gebied kennen we niet"), sentence, (_choose(),))
    return towns


def _became(nis: str, on: date) -> tuple[Municipality, ...]:
    """A municipality that is gone stands for what it became."""
    try:
        return timeline().successors(timeline().find(nis).nis, on)
    except UnknownMunicipality as refusal:
        raise PageProblem(
            HTTPStatus.NOT_FOUND, _("Deze gemeente kennen we niet"), say_refusal(refusal), (_choose(),)
        ) from refusal


def _choose() -> WayOut:
    return WayOut(_("Kies een gebied"), reverse("network:network"))


def _refused(title: str, sentence: str, way: WayOut) -> PageProblem:
    return PageProblem(HTTPStatus.UNPROCESSABLE_ENTITY, title, sentence, (way,))
