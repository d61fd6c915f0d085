"""Sentences about territory: why a place can or cannot be shown on another map, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.kernel.reason import Reason
from wortel.shell.formats import listed
from wortel.territory.domain.refusals import (
    BeforeFirstMap,
    MunicipalityEnded,
    MunicipalityNotYetThere,
    OutsideFlanders,
    UnknownArea,
    UnknownMunicipality,
    UnknownPostcode,
    UnknownSubMunicipality,
)
from wortel.territory.reference import timeline


def names(codes: tuple[str, ...]) -> str:
    """Names of municipalities with their codes, as a sentence lists them: Melle (44040) en Merelbeke (44043)."""
    return listed(f"{timeline().find(code).name} ({code})" for code in codes)


def day(on: date) -> str:
    """A day as people write it: 1 januari 2025."""
    return date_format(on, "j F Y")


def say_refusal(refusal: Exception) -> str:  # noqa: PLR0911  (one sentence per kind of refusal)
    """What stands in the way, and what to do; for every refusal of `domain/refusals.py`."""
    match refusal:
        case BeforeFirstMap():
            return _("De oudste kaart is die van %(first)s. Kies een dag vanaf dan.") % {"first": day(refusal.first)}
        case OutsideFlanders():
            return _(
                "%(nis)s is %(name)s, in het Brussels Hoofdstedelijk Gewest. De kaart toont het Vlaams Gewest."
            ) % {
                "nis": refusal.nis,
                "name": refusal.name,
            }
        case UnknownMunicipality():
            return _("%(nis)s is geen NIS-code van een Vlaamse gemeente. Een NIS-code heeft vijf cijfers.") % {
                "nis": refusal.nis
            }
        case MunicipalityEnded():
            return _("Gemeente %(nis)s bestaat niet meer sinds %(on)s. Ze ging op in %(names)s.") % {
                "nis": refusal.nis,
                "on": day(refusal.ended),
                "names": names(refusal.successors),
            }
        case MunicipalityNotYetThere():
            return _("Gemeente %(nis)s bestaat pas sinds %(on)s. Daarvoor was het %(names)s.") % {
                "nis": refusal.nis,
                "on": day(refusal.starts),
                "names": names(refusal.predecessors),
            }
        case UnknownPostcode():
            return _("Deze postcode ligt niet in Vlaanderen. Een postcode heeft vier cijfers.")
        case UnknownArea() | UnknownSubMunicipality():
            return _("Dit gebied of deze indeling bestaat niet.")
    return str(refusal)


def say(reason: Reason) -> str:
    """The reason of a carried place, in words."""
    codes = {name: names(value) for name, value in reason.parameters.items() if isinstance(value, tuple)}
    return _CARRIED[reason.key]() % {**reason.parameters, **codes, "nis": names((str(reason["nis"]),))}


_CARRIED: dict[str, Callable[[], str]] = {
    "territory.carry.unchanged": lambda: _("%(nis)s is op beide dagen dezelfde gemeente."),
    "territory.carry.forward": lambda: _("%(nis)s hoort op die dag bij %(candidates)s."),
    "territory.carry.backward": lambda: _("%(nis)s was op die dag %(candidates)s, en niets anders."),
    "territory.carry.pinned": lambda: _(
        "%(nis)s bestond op die dag uit %(candidates)s; de postcode of deelgemeente zegt welke."
    ),
    "territory.carry.ambiguous": lambda: _(
        "%(nis)s bestond op die dag uit %(candidates)s. Zonder postcode of deelgemeente weten we niet welke."
    ),
    "territory.carry.contradicted": lambda: _(
        "De postcode of deelgemeente ligt niet in %(nis)s. Kijk na welke van de twee klopt."
    ),
}


def say_boundary_problem(problem: Reason) -> str:
    """What keeps a file from being the map of a day, with the municipalities concerned, and what to do."""
    count = problem["count"] if isinstance(problem["count"], int) else 0
    shown = problem.parameters.get("codes") or problem.parameters.get("pairs") or ()
    values = {
        "shown": ", ".join(_named(text) for text in shown if isinstance(text, str)) if isinstance(shown, tuple) else "",
        "count": count,
        "on": day(date.fromisoformat(str(problem["on"]))) if "on" in problem.parameters else "",
        "share": problem.parameters.get("share"),
    }
    return _BOUNDARIES[problem.key](count) % values


def _named(code: str) -> str:
    place = timeline().register.by_nis.get(code)
    return f"{code} ({place.name})" if place is not None else code


_BOUNDARIES: dict[str, Callable[[int], str]] = {
    "territory.boundaries.not_standing": lambda count: ngettext(
        "%(count)d code is geen gemeente op %(on)s: %(shown)s. "
        "Kies de dag van de kaart met --on, of een ander bestand.",
        "%(count)d codes zijn geen gemeente op %(on)s: %(shown)s. "
        "Kies de dag van de kaart met --on, of een ander bestand.",
        count,
    ),
    "territory.boundaries.missing": lambda count: ngettext(
        "%(count)d gemeente van %(on)s ontbreekt in het bestand: %(shown)s. Neem een bestand met alle gemeenten.",
        "%(count)d gemeenten van %(on)s ontbreken in het bestand: %(shown)s. Neem een bestand met alle gemeenten.",
        count,
    ),
    "territory.boundaries.invalid": lambda count: ngettext(
        "De grens van %(count)d gemeente is geen geldige veelhoek: %(shown)s. Herstel die eerst, bijvoorbeeld in QGIS.",
        "De grenzen van %(count)d gemeenten zijn geen geldige veelhoek: %(shown)s. "
        "Herstel die eerst, bijvoorbeeld in QGIS.",
        count,
    ),
    "territory.boundaries.outside_belgium": lambda count: ngettext(
        "%(count)d gemeente ligt buiten België: %(shown)s. Kijk het coördinatenstelsel van het bestand na.",
        "%(count)d gemeenten liggen buiten België: %(shown)s. Kijk het coördinatenstelsel van het bestand na.",
        count,
    ),
    "territory.boundaries.neighbours": lambda count: ngettext(
        "Maar %(share)s van de buren klopt; %(count)d paar wijkt af: %(shown)s. "
        "De codes horen wellicht bij andere grenzen.",
        "Maar %(share)s van de buren klopt; %(count)d paren wijken af: %(shown)s. "
        "De codes horen wellicht bij andere grenzen.",
        count,
    ),
}
