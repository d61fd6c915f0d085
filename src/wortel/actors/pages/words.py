"""The Dutch words of the directory's addresses, and how its values are called on the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.actors.domain.kinds import EDUCATION, ENTERPRISE, FOUR_O, GOVERNMENT, KINDS, RESEARCH, SOCIETY
from wortel.actors.models import Actor
from wortel.actors.queries.asked import NO, UNKNOWN, YES
from wortel.actors.wording import kind_label, sector_label
from wortel.territory.domain.refusals import UnknownArea
from wortel.territory.public import timeline

PARAMETER_OF = {
    "sector": "sector",
    "four_o": "o",
    "kind": "soort",
    "region": "regio",
    "province": "provincie",
    "source": "bron",
    "claimed": "geclaimd",
    "status": "status",
    "fictional": "fictief",
}
"""The query name of each facet."""

TITLE_OF = {
    "sector": gettext_noop("Sector"),
    "four_o": gettext_noop("Vier O’s"),
    "kind": gettext_noop("Soort"),
    "region": gettext_noop("Regio"),
    "province": gettext_noop("Provincie"),
    "source": gettext_noop("Bron"),
    "claimed": gettext_noop("Profiel"),
    "status": gettext_noop("Toestand"),
    "fictional": gettext_noop("Echt of fictief"),
}
SECTOR_WORDS = {
    EDUCATION: "onderwijs",
    RESEARCH: "onderzoek",
    ENTERPRISE: "ondernemers",
    GOVERNMENT: "overheid",
    SOCIETY: "vrije-tijd",
}
KIND_WORDS = {kind.key: slugify(kind.label) for kind in KINDS}
STATUS_WORDS: dict[str, str] = {
    Actor.Status.ACTIVE: "actief",
    Actor.Status.INACTIVE: "gestopt",
    Actor.Status.MERGED: "opgegaan",
    Actor.Status.PLANNED: "gepland",
    Actor.Status.UNKNOWN: UNKNOWN,
}
_STATUS_LABELS = {
    Actor.Status.ACTIVE: gettext_noop("actief"),
    Actor.Status.INACTIVE: gettext_noop("gestopt"),
    Actor.Status.MERGED: gettext_noop("opgegaan in een andere"),
    Actor.Status.PLANNED: gettext_noop("gepland"),
    Actor.Status.UNKNOWN: gettext_noop("onbekend"),
}
_FOUR_O_LABELS = {
    "onderwijs": gettext_noop("Onderwijs"),
    "onderzoek": gettext_noop("Onderzoek"),
    "ondernemers": gettext_noop("Ondernemers"),
    "overheid": gettext_noop("Overheid (met vrije tijd en burgers)"),
}
_WORDS: Mapping[str, Mapping[str, str]] = {
    "sector": {**SECTOR_WORDS, UNKNOWN: UNKNOWN},
    "kind": KIND_WORDS,
    "status": STATUS_WORDS,
    "four_o": {name: name for name in (*FOUR_O, UNKNOWN)},
    "claimed": {YES: YES, NO: NO},
    "fictional": {YES: YES, NO: NO},
}
_VALUES = {facet: {word: value for value, word in words.items()} for facet, words in _WORDS.items()}


def word_of(facet: str, value: str) -> str:
    """The value as it stands in an address."""
    return _WORDS[facet].get(value, value) if facet in _WORDS else value


def value_of(facet: str, word: str, sources: Mapping[str, str]) -> str | None:
    """The value a word of an address stands for; `None` for a word nobody knows. `sources` maps keys to names."""
    if facet in _VALUES:
        return _VALUES[facet].get(word)
    if word == UNKNOWN:
        return word
    if facet == "source":
        return word if word in sources else None
    return word if area_name(facet, word) else None


def label_of(facet: str, value: str, sources: Mapping[str, str]) -> str:
    """The value as people call it."""
    if facet == "source":
        return sources.get(value, value) if value != UNKNOWN else _("onbekend")
    return _LABELS[facet](value)


def area_name(facet: str, code: str) -> str:
    """The name of a region or province; empty for a code that never was one."""
    scheme = {"region": "referentieregio", "province": "provincie"}[facet]
    try:
        return timeline().area(scheme, code).name
    except UnknownArea:
        return ""


def status_label(status: str) -> str:
    """The state of an actor in a word."""
    return _(_STATUS_LABELS[Actor.Status(status)])


def _area(facet: str) -> Callable[[str], str]:
    return lambda code: area_name(facet, code) or (_("onbekend") if code == UNKNOWN else code)


_LABELS: Mapping[str, Callable[[str], str]] = {
    "sector": lambda key: sector_label("" if key == UNKNOWN else key),
    "four_o": lambda key: _(_FOUR_O_LABELS[key]) if key in _FOUR_O_LABELS else _("onbekend"),
    "kind": kind_label,
    "region": _area("region"),
    "province": _area("province"),
    "claimed": lambda value: _("beheerd door de organisatie") if value == YES else _("schaduwprofiel"),
    "status": status_label,
    "fictional": lambda value: _("fictief") if value == YES else _("echt"),
}
