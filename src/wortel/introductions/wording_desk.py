"""Sentences of the desk of a region."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.shell.formats import number


def say_desk(name: str, asked: int, offered: int) -> str:
    """The answer of the page: what is open in the region."""
    if not asked and not offered:
        return _("In %(name)s staat nog niets open. Zet wat je zoekt of wat je kunt: de balie brengt je samen.") % {
            "name": name
        }
    return _("In %(name)s staan nu %(asked)s en %(offered)s open.") % {
        "name": name,
        "asked": ngettext("%(n)s vraag", "%(n)s vragen", asked) % {"n": number(asked)},
        "offered": ngettext("%(n)s aanbod", "%(n)s aanbiedingen", offered) % {"n": number(offered)},
    }


def say_work(short: int, unanswered: int, consent: int) -> str:
    """What waits for the gangmaker."""
    if not (short or unanswered or consent):
        return _("Er wacht niets op je: elke vraag is gevuld of heeft een antwoord.")
    parts = []
    if short:
        parts.append(
            ngettext("%(n)s vraag vond nog geen aanbod", "%(n)s vragen vonden nog geen aanbod", short)
            % {"n": number(short)}
        )
    if unanswered:
        parts.append(
            ngettext(
                "op %(n)s voorstel antwoordde nog niemand", "op %(n)s voorstellen antwoordde nog niemand", unanswered
            )
            % {"n": number(unanswered)}
        )
    if consent:
        parts.append(
            ngettext("%(n)s wacht op toestemming", "%(n)s wachten op toestemming", consent) % {"n": number(consent)}
        )
    text = "; ".join(parts)
    return f"{text[0].upper()}{text[1:]}."
