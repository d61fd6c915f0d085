"""Sentences about the chain itself: that it holds, or where and how it is broken."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.kernel.reason import Reason
from wortel.shell.formats import number
from wortel.trail.domain.checking import Checked


def say_checked(checked: Checked) -> str:
    """The outcome of a check, as one sentence."""
    return say_break(checked.broken) if checked.broken else _say_whole(checked)


def say_break(reason: Reason) -> str:
    """Which entry is broken, and how."""
    sentence = {
        "trail.missing": _("Het logboek is gebroken: regel %(number)s ontbreekt."),
        "trail.extra": _("Het logboek is gebroken: regel %(number)s hoort er niet in."),
        "trail.changed": _("Het logboek is gebroken: regel %(number)s is gewijzigd nadat ze geschreven werd."),
        "trail.details_changed": _("Het logboek is gebroken: de details van regel %(number)s zijn gewijzigd."),
        "trail.no_head": _("Het logboek is gebroken: er staat niet meer bij waar het eindigt (na regel %(number)s)."),
        "trail.cut_off": _("Het logboek is afgesneden: het liep tot regel %(number)s, en die is er niet meer."),
        "trail.behind_head": _("Het logboek is gebroken: er staan regels na het einde (regel %(number)s)."),
        "trail.head_changed": _(
            "Het logboek is gebroken: het einde (regel %(number)s) is niet wat er geschreven werd."
        ),
    }[reason.key]
    return sentence % {"number": reason["number"]}


def _say_whole(checked: Checked) -> str:
    if not checked.entries:
        return _("Het logboek is nog leeg.")
    return ngettext(
        "Het logboek is heel: %(shown)s regel, de laatste met vingerafdruk %(fingerprint)s.",
        "Het logboek is heel: %(shown)s regels, de laatste met vingerafdruk %(fingerprint)s.",
        checked.entries,
    ) % {"shown": number(checked.entries), "fingerprint": checked.fingerprint[:16]}
