"""Words for published figures: what was counted, how sure the source is, how far we trust it."""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import gettext as _

from wortel.coverage.domain.published import PublishedFigure
from wortel.shell.formats import number, percent


def say_metric(metric: str) -> str:
    """What the figure counts."""
    return {
        "programme_start": _("eerste jaar van het programma"),
        "unique_projects": _("projecten"),
        "extra_budget": _("extra budget"),
        "academies_in_network": _("academies in het netwerk"),
        "network_budget": _("budget van het netwerk"),
        "academies": _("academies"),
        "participants": _("deelnemers"),
        "municipalities_reached": _("bereikte gemeenten"),
        "municipalities_without_academy": _("gemeenten zonder STEM-academie"),
        "municipalities_with_techniekacademie": _("gemeenten met een Techniekacademie"),
        "recognised_academies": _("erkende academies"),
        "subsidised_academies": _("gesubsidieerde academies"),
        "subsidy_granted_academies": _("toegekend aan academies"),
        "subsidy_granted_partnerships": _("toegekend aan partnerschappen"),
        "new_partnerships": _("nieuwe partnerschappen"),
        "participants_boys_share": _("aandeel jongens"),
        "participants_girls_share": _("aandeel meisjes"),
        "call_budget_academies": _("budget van de oproep voor academies"),
        "call_budget_partnerships": _("budget van de oproep voor partnerschappen"),
        "call_budget_uitrollers": _("budget van de oproep voor UITROLLERS"),
        "gangmakers_active": _("GANGMAKERS aan het werk"),
        "leerecosystemen": _("leerecosystemen"),
    }.get(metric, metric)


def say_value(figure: PublishedFigure) -> str:
    """The number as people read it, with what the source says about its exactness."""
    if figure.value is None:
        return _("nog niet beschikbaar")
    return {
        "at_least": _("minstens %(value)s"),
        "more_than": _("meer dan %(value)s"),
        "less_than": _("minder dan %(value)s"),
        "approximately": _("ongeveer %(value)s"),
        "contested": _("%(value)s (betwist)"),
    }.get(figure.qualifier, "%(value)s") % {"value": _plain(figure.value, figure.unit)}


def say_reliability(reliability: str) -> str:
    """How far we trust the figure."""
    return {
        "high": _("betrouwbaar"),
        "medium": _("redelijk betrouwbaar"),
        "low": _("weinig betrouwbaar"),
        "unreliable": _("niet betrouwbaar"),
    }.get(reliability, reliability)


def say_note(figure: PublishedFigure) -> str:
    """The note of the table, which is kept in Dutch."""
    return figure.citation.note


def _plain(value: Decimal, unit: str) -> str:
    if unit == "year":
        return str(int(value))
    decimals = 0 if value == value.to_integral_value() else 2
    if unit == "percent":
        return percent(float(value) / 100, decimals)
    text = number(value, decimals)
    return _("%(amount)s euro") % {"amount": text} if unit == "EUR" else text
