"""Words of the register, and why someone cannot be erased yet."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wortel.kernel.reason import Reason
from wortel.privacy.domain.held import Fate, Ground, Held, Sort


def sort_name(sort: Sort) -> str:
    """A sort of data."""
    return {
        Sort.NAME: _("naam"),
        Sort.ADDRESS: _("e-mailadres"),
        Sort.WORDS: _("vrije tekst"),
        Sort.ROLE: _("rol of organisatie"),
        Sort.CHOICE: _("keuze"),
        Sort.TIME: _("tijdstip"),
        Sort.DEVICE: _("toestel"),
        Sort.NUMBER: _("nummer"),
        Sort.SECRET: _("geheim"),
    }[sort]


def ground_name(ground: Ground) -> str:
    """A legal ground, with its place in the law."""
    return {
        Ground.TASK: _("taak van algemeen belang (AVG, artikel 6, 1, e)"),
        Ground.ASKED: _("je vroeg het zelf (AVG, artikel 6, 1, a)"),
        Ground.SECURITY: _("beveiliging van die taak (AVG, artikel 6, 1, e, en artikel 32)"),
    }[ground]


def fate_sentence(fate: Fate) -> str:
    """What erasure does with a table."""
    return {
        Fate.DELETED: _("Wordt helemaal gewist."),
        Fate.EMPTIED: _("Wordt leeggemaakt; dat er iets was, blijft."),
        Fate.KEPT: _("Blijft, als nummer dat naar niemand meer leidt."),
    }[fate]


def told(held: Held) -> dict[str, str]:
    """A table in words: what, what for, on which ground, how long, and who sees it."""
    return {
        "table": held.model,
        "what": _(held.what),
        "purpose": _(held.purpose),
        "ground": ground_name(held.ground),
        "kept": _(held.kept),
        "seen_by": _(held.seen_by),
    }


def say(reason: Reason) -> str:
    """Why someone cannot be erased now, and the way out; or why a page is not for them."""
    names = reason.parameters.get("names")
    listed = ", ".join(names) if isinstance(names, tuple) else ""
    return {
        "privacy.sign_in": _("Meld je aan om je eigen gegevens te zien."),
        "privacy.own": _("Dit zijn je eigen gegevens."),
        "privacy.free": _("Niets houdt het wissen tegen."),
        "privacy.invented": _("Dit is een verzonnen persoon. Die blijft, zodat ook de volgende bezoeker kan proberen."),
        "privacy.sole_administrator": _(
            "Je beheert als enige %(names)s. Nodig eerst een opvolger uit, of geef het beheer terug; dan kun je wissen."
        )
        % {"names": listed},
        "privacy.sole_platform_administrator": _(
            "Je bent de enige die het platform beheert. Geef die rol eerst aan iemand anders; dan kun je wissen."
        ),
    }[reason.key]
