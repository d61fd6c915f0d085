"""An actor in words: the answer first, then the facts."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.actors.domain.kinds import four_o_of
from wortel.actors.pages.words import label_of, status_label
from wortel.actors.queries.asked import UNKNOWN
from wortel.actors.queries.names_of_places import municipality_name, name_of_area
from wortel.actors.queries.profile import ActorProfile
from wortel.actors.wording import kind_label, sector_label


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the facts: what, and what it is; `url` when it leads somewhere."""

    label: str
    value: str
    url: str = ""


def answer_sentence(about: ActorProfile) -> str:
    """What it is, where, and who says so."""
    here = about.actor
    values = {"kind": kind_label(here.kind), "where": where(about), "sources": _sources(about)}
    if not values["where"]:
        return _("%(kind)s; de plaats kennen we niet. Dat zegt %(sources)s.") % values
    return _("%(kind)s in %(where)s. Dat zegt %(sources)s.") % values


def where(about: ActorProfile) -> str:
    """The place as people say it: Balen, or Mariakerke (Gent); empty is unknown."""
    town, place = municipality_name(about.actor.nis), about.actor.place
    if place and town and place != town:
        return f"{place} ({town})"
    return town or place


def _sources(about: ActorProfile) -> str:
    names = list(dict.fromkeys(record.source_name for record in about.records if record.stands))
    if len(names) <= 2:
        return " {} ".format(_("en")).join(names) or _("niemand meer")
    rest = len(names) - 1
    return ngettext("%(first)s en %(n)s andere bron", "%(first)s en %(n)s andere bronnen", rest) % {
        "first": names[0],
        "n": rest,
    }


def facts(about: ActorProfile) -> list[Fact]:
    """The facts that are shown first; what nobody says is called unknown."""
    here = about.actor
    unknown = _("onbekend")
    region = name_of_area("referentieregio", here.region) if here.region else unknown
    province = name_of_area("provincie", here.province) if here.province else unknown
    return [
        Fact(_("Soort"), kind_label(here.kind)),
        Fact(_("Sector"), sector_label(here.sector)),
        Fact(_("In de vier O’s"), label_of("four_o", four_o_of(here.sector) or UNKNOWN, {})),
        Fact(_("Toestand"), status_label(here.status)),
        Fact(_("Website"), here.website or unknown, here.website),
        Fact(_("Plaats"), where(about) or unknown),
        Fact(_("Regio"), region),
        Fact(_("Provincie"), province),
    ]
