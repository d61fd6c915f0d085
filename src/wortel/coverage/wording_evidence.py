"""Sentences about rows of evidence: why one was refused, and what is doubtful about one that was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.utils.translation import gettext as _

from wortel.kernel.reason import Parameter, Reason
from wortel.shell.formats import day, listed


def say_remark(reason: Reason) -> str:
    """What is wrong or doubtful, and what to do about it."""
    return _REMARKS[reason.key]() % {name: _plain(name, value) for name, value in reason.parameters.items()}


def _plain(name: str, value: Parameter) -> str:
    if isinstance(value, tuple):
        return listed(value) or _("geen enkele")
    if name in {"ended", "starts"}:
        return day(date.fromisoformat(str(value)))
    return str(value)


_REMARKS: Mapping[str, Callable[[], str]] = {
    "evidence.unknown_status": lambda: _("'%(text)s' is geen status. Kies uit: %(known)s."),
    "evidence.not_a_year": lambda: _("'%(text)s' is geen jaar. Schrijf 2022, of 2022-2025 voor meer jaren."),
    "evidence.implausible_year": lambda: _("%(year)s kan niet: bewijs gaat over %(first)s tot en met %(last)s."),
    "evidence.not_a_day": lambda: _("'%(text)s' is geen dag. Schrijf 2022-05-03 of 3/5/2022."),
    "evidence.day_to_come": lambda: _("%(text)s ligt in de toekomst. Bewijs gaat over wat al gebeurd is."),
    "evidence.day_outside_year": lambda: _(
        "De dag %(text)s ligt niet in het jaar %(year)s. Kijk na welk van de twee klopt."
    ),
    "evidence.unknown_nis": lambda: _(
        "%(nis)s is geen NIS-code van een Vlaamse gemeente. Een NIS-code heeft vijf cijfers."
    ),
    "evidence.in_brussels": lambda: _("%(nis)s is %(name)s, in Brussel. De dekking gaat over de Vlaamse gemeenten."),
    "evidence.nis_ended": lambda: _(
        "Gemeente %(nis)s bestond in %(year)s niet meer (sinds %(ended)s). Gebruik de code van toen: %(names)s."
    ),
    "evidence.nis_not_yet": lambda: _(
        "Gemeente %(nis)s bestond in %(year)s nog niet (pas sinds %(starts)s). Gebruik de code van toen: %(names)s."
    ),
    "evidence.unknown_name": lambda: _(
        "Er was in %(year)s geen Vlaamse gemeente '%(text)s'. Gebruik de naam of de NIS-code van toen."
    ),
    "evidence.ambiguous_name": lambda: _(
        "In %(year)s heetten meer gemeenten '%(text)s' (codes %(codes)s). Geef de NIS-code."
    ),
    "evidence.unknown_postcode": lambda: _("%(postcode)s is geen Vlaamse postcode. Een postcode heeft vier cijfers."),
    "evidence.ambiguous_postcode": lambda: _(
        "Postcode %(postcode)s lag toen in meer dan één gemeente: %(names)s. Geef ook de NIS-code."
    ),
    "evidence.postcode_elsewhere": lambda: _(
        "Postcode %(postcode)s lag in %(year)s niet in %(name)s. Kijk na welk van de twee klopt."
    ),
    "evidence.too_long": lambda: _("Dit vak telt %(length)s tekens; er passen er %(limit)s. Kort het in."),
    "evidence.unwritable": lambda: _(
        "Dit vak bevat een teken dat geen tekst is (%(what)s). Bewaar het bestand opnieuw als UTF-8."
    ),
    "evidence.only_planned": lambda: _("De rij noemt zichzelf een plan. Ze is bewaard, maar telt niet als activiteit."),
    "evidence.no_year": lambda: _("De bron geeft geen jaar. De rij is bewaard, maar telt in geen enkel jaar mee."),
    "evidence.no_place": lambda: _(
        "De bron noemt geen gemeente. De rij is bewaard, maar telt in geen enkele gemeente mee."
    ),
    "evidence.other_name": lambda: _("De naam '%(text)s' past niet bij code %(nis)s. We volgen de code."),
    "evidence.code_of_another_time": lambda: _(
        "Code %(nis)s bestond toen niet meer. Naam en code wijzen allebei naar %(code)s; die nemen we."
    ),
    "evidence.status_assumed": lambda: _(
        "De bron zegt niet of de academie erkend is. We lezen de rij als gelijkwaardige activiteit."
    ),
}
