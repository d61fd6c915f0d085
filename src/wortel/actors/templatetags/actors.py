"""Small words for the templates of actors. No decisions here."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext as _

from wortel.actors import wording
from wortel.actors.queries.names_of_places import municipality_name, name_of_area
from wortel.actors.queries.profile import KnownArea

register = template.Library()


@register.filter
def scheme_label(key: str) -> str:
    """What kind of number it is."""
    return wording.scheme_label(key)


@register.filter
def role_label(key: str) -> str:
    """The role in words."""
    return wording.role_label(key)


@register.filter
def town(nis: str) -> str:
    """The name of a municipality, whenever it stood."""
    return municipality_name(nis)


@register.filter
def area_name(area: KnownArea) -> str:
    """The name of a working area."""
    return name_of_area(area.scheme, area.area) or area.area


@register.filter
def precision_words(precision: str) -> str:
    """What a point on the map stands for; the source's own word when it is none of ours."""
    words = {
        "address": _("het adres"),
        "submunicipality": _("het midden van de deelgemeente"),
        "municipality": _("het midden van de gemeente"),
    }
    return words.get(precision, precision)


@register.filter
def name_kind(kind: str) -> str:
    """What kind of other name it is."""
    return {"former": _("vroegere naam"), "site": _("naam van een vestiging")}.get(kind, "")
