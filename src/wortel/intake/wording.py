"""Sentences of the intake: why a file, a mapping or an import was refused."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.intake.domain.fields import MappingRefused


def say_mapping(refused: MappingRefused) -> str:
    """Why the columns cannot be read, and what to do."""
    names = refused.names
    if refused.key == "required":
        return _("Geen kolom gevonden voor: %(names)s. Hernoem de kolom, of zeg met --mapping welke kolom het is.") % {
            "names": ", ".join(names)
        }
    if refused.key == "unknown_field":
        return _("De mapping noemt het veld '%(name)s', dat niet bestaat. Kies uit: %(names)s.") % {
            "name": names[0],
            "names": ", ".join(names[1:]),
        }
    return _("De mapping noemt de kolom '%(name)s', maar het bestand heeft alleen: %(names)s.") % {
        "name": names[0],
        "names": ", ".join(names[1:]),
    }


def say_refused_rows(refused: int, first: str) -> str:
    """Why nothing of the file was taken in."""
    return ngettext(
        "%(refused)d rij kan niet worden ingelezen; er is niets gewijzigd. De fout: %(first)s "
        "Verbeter het bestand, of sla die rij over met --skip-bad-rows.",
        "%(refused)d rijen kunnen niet worden ingelezen; er is niets gewijzigd. Eerste fout: %(first)s "
        "Verbeter het bestand, of sla die rijen over met --skip-bad-rows.",
        refused,
    ) % {"refused": refused, "first": first}


def say_loss(standing: int, dropped: int) -> str:
    """Why an import that drops much was stopped."""
    return _(
        "Dit bestand laat %(dropped)d van de %(standing)d bekende rijen van deze bron weg, meer dan een vijfde; "
        "er is niets gewijzigd. Is dat de bedoeling? Voeg dan --accept-loss toe."
    ) % {"dropped": dropped, "standing": standing}


def say_double(key: str) -> str:
    """Why the second of two rows with one key is not taken."""
    return _(
        "Sleutel '%(key)s' stond al op een eerdere rij met een andere inhoud. Geef elke rij een eigen sleutel."
    ) % {
        "key": key,
    }


def say_same_row(key: str) -> str:
    """That a row was there twice."""
    return _("Dubbele rij overgeslagen: '%(key)s' stond al eerder in het bestand, met dezelfde inhoud.") % {"key": key}
