"""Sentences of the pages that put rooms together."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.atlas.domain.finding import Found
from wortel.atlas.domain.story import Merger
from wortel.shell.formats import day, listed, number

SCHEMES = (
    "provincie",
    "arrondissement",
    "referentieregio",
    "eerstelijnszone",
    "vervoerregio",
    "politiezone",
    "rtc",
    "centrumstad",
    "vlaamse_rand",
    "streek",
)


def found_by(hit: Found) -> str:
    """Why a municipality came up: the part, former name or postcode that was typed; empty for its own name."""
    return {
        "part": _("met %(name)s"),
        "former": _("vroeger %(name)s"),
        "postcode": _("postcode %(name)s"),
        "code": _("NIS-code %(name)s"),
    }.get(hit.kind, "") % {"name": hit.shown}


def scheme_name(scheme: str) -> str:
    """The name of a division as people know it."""
    return {
        "provincie": _("Provincie"),
        "arrondissement": _("Arrondissement"),
        "referentieregio": _("Referentieregio"),
        "eerstelijnszone": _("Eerstelijnszone (zorg)"),
        "vervoerregio": _("Vervoerregio"),
        "politiezone": _("Politiezone"),
        "rtc": _("Regionaal technologisch centrum (RTC)"),
        "centrumstad": _("Centrumstad"),
        "vlaamse_rand": _("Vlaamse Rand"),
        "streek": _("Streek"),
    }.get(scheme, scheme)


def merger_sentence(merger: Merger) -> str:
    """What happened on the day of a merger."""
    words = {"day": day(merger.on), "into": merger.into.name, "before": listed([p.name for p in merger.before])}
    if merger.keeps_name and merger.joined:
        words["joined"] = listed([place.name for place in merger.joined])
        if len(merger.joined) == 1:
            return _("Op %(day)s kwam %(joined)s bij %(into)s.") % words
        return _("Op %(day)s kwamen %(joined)s bij %(into)s.") % words
    if len(merger.before) == 1:
        return _("Op %(day)s kreeg %(before)s een nieuwe code als %(into)s.") % words
    return _("Op %(day)s gingen %(before)s samen verder als %(into)s.") % words


def actors_sentence(total: int, missing: Sequence[str]) -> str:
    """How many actors are known in a municipality, and from which sectors nobody; empty when nobody is known."""
    if not total:
        return ""
    known = ngettext("Er is %(total)s actor bekend", "Er zijn %(total)s actoren bekend", total) % {
        "total": number(total)
    }
    if not missing:
        return _("%(known)s, uit elke sector.") % {"known": known}
    lower = [name[:1].lower() + name[1:] for name in missing]
    return _("%(known)s; uit %(missing)s nog niemand.") % {"known": known, "missing": listed(lower)}


def level_name(level: str) -> str:
    """A level of education."""
    return {
        "kleuter": _("Kleuters"),
        "lager": _("Leerlingen lager onderwijs"),
        "secundair": _("Leerlingen secundair onderwijs"),
    }.get(level, level)


def source_name(source: str) -> str:
    """Who counted, as short as a table can carry it."""
    return {
        "statbel-2015": _("Statbel, 2015"),
        "statbel-2020": _("Statbel, 2020"),
        "statbel-2024": _("Statbel, 2024"),
        "education-2026": _("Onderwijs Vlaanderen, 2026"),
        "derived": _("afgeleid"),
    }.get(source, source)
