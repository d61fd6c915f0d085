"""Sentences of the post room: kinds of mail, rhythms, and the foot of a notice."""

from __future__ import annotations

from django.utils.translation import gettext as _

from wortel.post.domain.kinds import DIGEST, DIRECT, NEVER, kind_of


def say_kind(key: str) -> str:
    """The kind of mail, as a heading."""
    return _(kind_of(key).label)


def say_rhythm(rhythm: str) -> str:
    """When mail of a kind comes."""
    return {
        DIRECT: _("Meteen"),
        DIGEST: _("Eén keer per dag, samen in één mail"),
        NEVER: _("Nooit"),
    }[rhythm]


def say_state(state: str) -> str:
    """How far a mail got, in one word."""
    return {
        "waiting": _("wacht"),
        "gathering": _("wacht op de dagmail"),
        "gathered": _("zit in een dagmail"),
        "parked": _("opgegeven"),
        "sent": _("verstuurd"),
    }[state]


def foot_of_notice(kind: str, unsubscribe: str, preferences: str) -> str:
    """The last lines of a notice."""
    why = _("Je krijgt deze mail omdat je van Wortel mails krijgt over: %(kind)s.") % {"kind": say_kind(kind)}
    less = _("Wil je ze niet meer? Meld je af met één klik:")
    choose = _("Kies zelf welke mails je krijgt, en hoe vaak:")
    return f"\n-- \n{why}\n{less}\n{unsubscribe}\n{choose}\n{preferences}\n"


def digest_subject(count: int) -> str:
    """The subject of a digest."""
    return _("Je dagmail van Wortel: 1 bericht") if count == 1 else _("Je dagmail van Wortel: %d berichten") % count


def digest_opening(count: int) -> str:
    """The first sentence of a digest."""
    if count == 1:
        return _("Dag,\n\nEr is één bericht voor je.")
    return _("Dag,\n\nEr zijn %d berichten voor je.") % count
