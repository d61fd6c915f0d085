"""Headings of the reply pages, per kind of reply."""

from __future__ import annotations

from django.utils.translation import gettext as _


def title_of(kind: str, label: str) -> str:
    """The heading above the form."""
    return {
        "claim": _("Is %(label)s jouw organisatie?"),
        "dispute": _("Klopt er iets niet aan %(label)s?"),
        "correction": _("Verbeter wat we over %(label)s tonen"),
    }[kind] % {"label": label}


def kind_name(kind: str) -> str:
    """The kind of a reply in one word."""
    return {"claim": _("Aanvraag"), "dispute": _("Betwisting"), "correction": _("Verbetering")}[kind]


def what_follows(kind: str) -> str:
    """What happens after sending."""
    if kind == "claim":
        return _("Iemand kijkt na of je voor deze organisatie spreekt. Daarna kun je het profiel zelf beheren.")
    return _("Iemand kijkt het na. Tot dan tonen we dat hierover een melding loopt, zonder je naam.")
