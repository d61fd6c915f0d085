"""Sentences about coverage: states, changes, statements, and why a municipality is in its state."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.kernel.reason import Reason
from wortel.shell.formats import listed


def say(reason: Reason) -> str:
    """Why a municipality is in its state, as one or two short sentences."""
    return _REASONS[reason.key](reason)


def say_state(state: str) -> str:
    """The state as a word."""
    return {
        "reached": _("bereikt"),
        "contested": _("betwist"),
        "not_reached": _("niet bereikt"),
        "unknown": _("onbekend"),
    }[state]


def say_meaning(state: str) -> str:
    """What the state means, in a few words."""
    return {
        "reached": _("er was STEM, en iemand toont het"),
        "contested": _("iemand spreekt het tegen"),
        "not_reached": _("iemand meldt dat er niets was"),
        "unknown": _("niemand heeft iets gemeld"),
    }[state]


def say_change(change: str) -> str:
    """What happened to a municipality between two years."""
    return {
        "kept": _("bleef bereikt"),
        "gained": _("kwam erbij"),
        "lost": _("viel weg"),
        "newly_known": _("nu bereikt, eerder onbekend of betwist"),
        "no_longer_known": _("eerder bereikt, nu onbekend of betwist"),
        "other": _("in geen van beide jaren bekend als bereikt"),
    }[change]


def say_statement(claim: str, status: str) -> str:
    """What a statement says and how it stands, as one label."""
    if claim == "none":
        return {
            "contested": _("geen activiteit (betwist)"),
            "withdrawn": _("geen activiteit (ingetrokken)"),
        }.get(status, _("geen activiteit"))
    return {
        "recognised": _("erkende activiteit"),
        "equivalent": _("gelijkwaardige activiteit"),
        "contested": _("betwiste activiteit"),
        "withdrawn": _("ingetrokken melding"),
    }[status]


def say_status(status: str) -> str:
    """How statements stand, as a filter names it."""
    return {
        "recognised": _("erkend"),
        "equivalent": _("gelijkwaardig"),
        "contested": _("betwist"),
        "withdrawn": _("ingetrokken"),
        "none": _("geen activiteit"),
    }[status]


def _number(reason: Reason, name: str = "count") -> int:
    value = reason[name]
    return value if isinstance(value, int) else 0


def _names(reason: Reason, name: str) -> tuple[str, ...]:
    value = reason[name]
    return value if isinstance(value, tuple) else ()


def _who(reason: Reason) -> str:
    return str(reason["reporter"]) or _("iemand zonder naam")


def _who_first(reason: Reason) -> str:
    return str(reason["reporter"]) or _("Iemand zonder naam")


def _reached(reason: Reason) -> str:
    count = _number(reason)
    sentence = ngettext(
        "Er is %(count)d activiteit gemeld die telt.", "Er zijn %(count)d activiteiten gemeld die tellen.", count
    ) % {"count": count}
    if sources := _names(reason, "sources"):
        sentence += " " + _in_former(sources)
    if silent := _names(reason, "silent"):
        sentence += " " + _("Over %(names)s heeft niemand iets gemeld.") % {"names": listed(silent)}
    return sentence


def _in_former(names: tuple[str, ...]) -> str:
    return ngettext("In de vroegere gemeente %(names)s.", "In de vroegere gemeenten %(names)s.", len(names)) % {
        "names": listed(names)
    }


def _yes_and_no(reason: Reason) -> str:
    return _(
        "Er is een activiteit gemeld, maar %(who)s zegt over dezelfde plaats dat er geen was. We kiezen geen kant."
    ) % {"who": _who(reason)}


def _disputed(reason: Reason) -> str:
    return _("Wat hierover gemeld is, wordt betwist (melding van %(who)s).") % {"who": _who(reason)}


def _denied(reason: Reason) -> str:
    return _("%(who)s meldt dat er geen activiteit was.") % {"who": _who_first(reason)}


def _below_minimum(reason: Reason) -> str:
    return ngettext(
        "Er is %(count)d activiteit gemeld; er zijn er %(minimum)d nodig.",
        "Er zijn %(count)d activiteiten gemeld; er zijn er %(minimum)d nodig.",
        _number(reason),
    ) % {"count": _number(reason), "minimum": _number(reason, "minimum")}


def _part_denied(reason: Reason) -> str:
    silent = _names(reason, "silent")
    if silent:
        return _("%(who)s meldt voor een deel van de gemeente dat er niets was; over %(names)s weet niemand iets.") % {
            "who": _who_first(reason),
            "names": listed(silent),
        }
    return _("%(who)s meldt voor een deel van de gemeente dat er niets was; over de rest weet niemand iets.") % {
        "who": _who_first(reason)
    }


def _none_qualifies(reason: Reason) -> str:
    return ngettext(
        "Er is %(count)d activiteit gemeld, maar met deze regels telt ze niet mee.",
        "Er zijn %(count)d activiteiten gemeld, maar met deze regels tellen ze niet mee.",
        _number(reason),
    ) % {"count": _number(reason)}


def _not_placeable(reason: Reason) -> str:
    return ngettext(
        "Er is %(count)d melding over het latere %(names)s, zonder postcode. We weten niet of het hier was.",
        "Er zijn %(count)d meldingen over het latere %(names)s, zonder postcode. We weten niet of het hier was.",
        _number(reason),
    ) % {"count": _number(reason), "names": listed(_names(reason, "places"))}


def _only_withdrawn(reason: Reason) -> str:
    return ngettext(
        "De enige melding is ingetrokken.", "De %(count)d meldingen zijn allemaal ingetrokken.", _number(reason)
    ) % {"count": _number(reason)}


_REASONS: Mapping[str, Callable[[Reason], str]] = {
    "coverage.reached": _reached,
    "coverage.yes_and_no": _yes_and_no,
    "coverage.disputed": _disputed,
    "coverage.denied": _denied,
    "coverage.below_minimum": _below_minimum,
    "coverage.part_denied": _part_denied,
    "coverage.none_qualifies": _none_qualifies,
    "coverage.not_placeable": _not_placeable,
    "coverage.only_withdrawn": _only_withdrawn,
    "coverage.nothing_reported": lambda _reason: _("Niemand heeft hierover iets gemeld."),
}
