"""How far an introduction is, in sentences: for this visitor, and step by step."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.introductions.domain.states import (
    CONFIRMED,
    DECLINED,
    DONE,
    DROPPED,
    EXPIRED,
    IN_CONTACT,
    NEED,
    OPEN,
    PROPOSED,
    READ,
    SIDES,
)  # fmt: skip
from wortel.introductions.pages.finding import About
from wortel.introductions.queries.history import Happened
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.wording import say_ending
from wortel.shell.formats import day

STEPS = {
    "proposed": gettext_noop("%(who)s stelde dit voor"),
    "recorded": gettext_noop("%(who)s noteerde deze afspraak"),
    "opened": gettext_noop("%(who)s las het voorstel"),
    "agreed": gettext_noop("%(who)s zei ja"),
    "met": gettext_noop("%(who)s zei ja: jullie zijn in contact"),
    "refused": gettext_noop("%(who)s zei nee"),
    "lapsed": gettext_noop("Het verviel vanzelf"),
    "fixed": gettext_noop("%(who)s legde de dag vast"),
    "finished": gettext_noop("%(who)s zei dat het doorging"),
    "let_go": gettext_noop("%(who)s zei dat het niet doorgaat"),
    "contested": gettext_noop("%(who)s zei dat dit niet was afgesproken"),
}
DESK_ANSWERS = {
    PROPOSED: gettext_noop("Er ligt een voorstel. We wachten op antwoord, tot %(until)s."),
    READ: gettext_noop("Het voorstel is gelezen. We wachten op antwoord, tot %(until)s."),
    IN_CONTACT: gettext_noop("Beide kanten zeiden ja. Ze zoeken een dag, tot %(until)s."),
    CONFIRMED: gettext_noop("Er is afgesproken voor %(day)s."),
    DONE: gettext_noop("Het ging door, op %(day)s."),
}
OWN_ANSWERS = {
    "asked": gettext_noop("%(them)s past bij wat jullie zoeken of bieden. Zeg ja of nee, voor %(until)s."),
    "asked_by": gettext_noop("%(them)s wil samen iets doen met jullie. Zeg ja of nee, voor %(until)s."),
    "waits": gettext_noop("Jullie zeiden ja. Nu is het aan %(them)s, tot %(until)s."),
    IN_CONTACT: gettext_noop(
        "Jullie zeiden allebei ja. Spreek een dag af met %(them)s, en zet die hier voor %(until)s."
    ),
    "planned": gettext_noop("Jullie spraken af met %(them)s: %(day)s."),
    "past": gettext_noop("Op %(day)s spraken jullie af met %(them)s. Is het doorgegaan?"),
    "told": gettext_noop("Het ging door, op %(day)s. Bedankt om te zeggen hoe het was."),
    DONE: gettext_noop("Volgens %(them)s ging het door, op %(day)s. Hoe was het voor jullie?"),
}
ENDED = {
    DECLINED: gettext_noop("Dit voorstel is geweigerd."),
    DROPPED: gettext_noop("Dit gaat niet door."),
    EXPIRED: gettext_noop("Dit voorstel is vervallen."),
}


def answer_sentence(about: About, on: date) -> str:
    """The sentence with which the page opens."""
    row = about.row
    if row.state in ENDED:
        why = say_ending(row.why)
        return " ".join(filter(None, (_(ENDED[row.state]), _("De reden: %(why)s.") % {"why": why} if why else "")))
    facts = {
        "them": about.names.name_of(row, about.other) if about.side else "",
        "until": day(row.expires_at) if row.expires_at else _("het klaar is"),
        "day": day(row.planned_on),
    }
    sentence = OWN_ANSWERS[_moment(about, on)] if about.side else DESK_ANSWERS[row.state]
    return _(sentence) % facts


def _moment(about: About, on: date) -> str:
    row, side = about.row, about.side
    if row.state in (PROPOSED, READ):
        if side in stage_of(row).agreed:
            return "waits"
        return "asked_by" if row.proposed_by in SIDES else "asked"
    if row.state == CONFIRMED:
        return "past" if row.planned_on is not None and row.planned_on <= on else "planned"
    if row.state == DONE:
        return "told" if side in about.told else DONE
    return row.state


def tasks(about: About, on: date) -> dict[str, Any]:
    """Which forms and links stand on the page; at most one of them is the main button."""
    row, side = about.row, about.side
    moment = _moment(about, on) if side and row.state in (*OPEN, DONE) else ""
    return {
        "answer": moment in ("asked", "asked_by"),
        "day": moment == IN_CONTACT,
        "other_day": moment in ("planned", "past"),
        "tell": moment in ("past", DONE),
        "change_told": moment == "told",
        "end": row.state in OPEN,
        "contest": bool(side) and stage_of(row).told_by not in ("", side) and row.state in (CONFIRMED, DONE),
    }


def step_sentence(about: About, it: Happened) -> str:
    """Who did what."""
    return _(STEPS.get(it.step, "%(who)s: " + it.step)) % {"who": who(about, it.side)}


def who(about: About, side: str) -> str:
    """The organisation of that side, the desk or the platform."""
    if side in SIDES:
        fallback = _("De vraagkant") if side == NEED else _("De aanbodkant")
        return about.names.name_of(about.row, side) or fallback
    return _("De gangmaker") if side == "desk" else _("Wortel")
