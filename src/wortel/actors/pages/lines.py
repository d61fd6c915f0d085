"""An actor as a line of a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.queries.directory import Listed
from wortel.actors.wording import kind_label, sector_label
from wortel.shell.formats import number

_NEARBY_KM = 0.1
_EXACT = "address"


@dataclass(frozen=True, slots=True)
class Line:
    """What a line says: the name with its address, and behind it `words`, put together here for fifty lines a page."""

    actor: Listed
    url: str
    words: str


def line(actor: Listed, *, brief: bool = False) -> Line:
    """The line of this actor; a brief one leaves out what its heading already says."""
    sector = sector_label(actor.sector) if actor.sector and not brief else ""
    shadow = "" if actor.is_claimed or brief else _("schaduwprofiel")
    words = (kind_label(actor.kind), sector, actor.place or _("plaats onbekend"), _distance(actor), shadow)
    return Line(actor, reverse("actors:actor", args=[actor.ref]), " · ".join(filter(None, words)))


def _distance(actor: Listed) -> str:
    """How far; only an address is exact, other points stand for a whole municipality or a part of one."""
    if actor.distance_km is None:
        return ""
    if actor.distance_km < _NEARBY_KM:
        return _("vlakbij")
    text = f"{number(actor.distance_km, 1)} km"
    return text if actor.precision == _EXACT else _("ongeveer %(distance)s") % {"distance": text}
