"""The mails of an introduction: each tells one side what happened, what comes next, and where to answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from wortel.introductions.domain.kept_reasons import read
from wortel.introductions.domain.states import (
    AGREED,
    CONTESTED,
    FINISHED,
    FIXED,
    LAPSED,
    LET_GO,
    MET,
    OTHER,
    REFUSED,
    SIDES,
)  # fmt: skip
from wortel.introductions.domain.wish import Wish
from wortel.introductions.models import Introduction
from wortel.introductions.queries.acting import people_acting_for
from wortel.introductions.queries.contact import contact_at
from wortel.introductions.queries.sides import actor_ref, names_for
from wortel.introductions.wording import say_ending, say_ground
from wortel.people.public import Person
from wortel.post.public import put_in_outbox
from wortel.shell.clock import BRUSSELS
from wortel.shell.formats import day
from wortel.shell.site_address import link

LETTERS: Mapping[str, tuple[str, str]] = {
    "proposed": (gettext_noop("Voorstel: %(them)s"), "introductions/mail/proposed.txt"),
    "agreed": (gettext_noop("%(them)s zei ja. Jij ook?"), "introductions/mail/agreed.txt"),
    "met": (gettext_noop("Jullie zeiden allebei ja: spreek af met %(them)s"), "introductions/mail/met.txt"),
    "fixed": (gettext_noop("Afgesproken met %(them)s: %(day)s"), "introductions/mail/fixed.txt"),
    "finished": (gettext_noop("Hoe was het met %(them)s?"), "introductions/mail/finished.txt"),
    "ended": (gettext_noop("Gaat niet door: %(them)s"), "introductions/mail/ended.txt"),
    "recorded": (gettext_noop("%(them)s noteerde een afspraak met jullie"), "introductions/mail/recorded.txt"),
    "remind_answer": (
        gettext_noop("Nog geen antwoord op het voorstel: %(them)s"),
        "introductions/mail/remind_answer.txt",
    ),
    "remind_arrange": (gettext_noop("Ligt er al een dag vast met %(them)s?"), "introductions/mail/remind_arrange.txt"),
    "remind_after": (gettext_noop("Is het doorgegaan met %(them)s?"), "introductions/mail/remind_after.txt"),
}
"""Subject and text, by what happened."""
KIND_OF_EVENT = {"proposed": "proposal", "agreed": "proposal", "remind_answer": "proposal", "met": "contact"}
"""The kind of mail; "introduction" when not named."""
EVENT_OF = {
    AGREED: "agreed", MET: "met", FIXED: "fixed", FINISHED: "finished",
    REFUSED: "ended", LAPSED: "ended", LET_GO: "ended", CONTESTED: "ended",
}  # fmt: skip


def tell_proposed(row: Introduction, at: datetime) -> None:
    """To both sides, or to the one that was asked."""
    _tell(row, "proposed", (side for side in SIDES if side != row.proposed_by), at)


def tell_recorded(row: Introduction, at: datetime) -> None:
    """To the side that did not tell of it itself."""
    _tell(row, "recorded", (side for side in SIDES if side != row.proposed_by), at)


def tell_step(row: Introduction, wish: Wish, at: datetime) -> None:
    """To the other side; that both agreed is told to both."""
    if wish.step in EVENT_OF:
        sides = SIDES if wish.step == MET else tuple(side for side in SIDES if side != wish.side)
        _tell(row, EVENT_OF[wish.step], sides, at)


def tell_reminder(row: Introduction, event: str, sides: Iterable[str], at: datetime) -> None:
    """Reminds these sides: of an answer, of a day, or of telling how it was."""
    _tell(row, event, sides, at)


def _tell(row: Introduction, event: str, sides: Iterable[str], at: datetime) -> None:
    """One mail for each person who acts for these sides; asked twice it is the same mail."""
    on = at.astimezone(BRUSSELS).date()
    names = names_for([row])
    once = f":{row.version}" if event == "fixed" else ""
    for side in sides:
        people = people_acting_for(actor_ref(row, side), on)
        contact = contact_at(row, side, on) if event == "met" and people else None
        for person in people:
            facts = {
                "us": names.name_of(row, side),
                "them": names.name_of(row, OTHER[side]) or _("een organisatie"),
                "ours": _title(names.listing_of(row, side)),
                "theirs": _title(names.listing_of(row, OTHER[side])),
                "side": side,
                "row": row,
                "contact": contact,
                "link": page_of(row),
            }
            subject, text = _written(event, row, person, facts)
            put_in_outbox(
                f"introduction:{row.ref}:{event}{once}:{person.ref}",
                KIND_OF_EVENT.get(event, "introduction"),
                person.email or "", subject, text, at=at, person=person.ref,
            )  # fmt: skip


def _written(event: str, row: Introduction, person: Person, facts: Mapping[str, Any]) -> tuple[str, str]:
    with override(person.language):
        said = {
            **facts,
            "day": day(row.planned_on) if row.planned_on else "",
            "grounds": [say_ground(reason) for reason in read(row.reasons)],
            "why": say_ending(row.why),
        }
        subject, template = LETTERS[event]
        return _(subject) % said, render_to_string(template, said)


def _title(listing: Any) -> str:
    return str(listing.title) if listing is not None else ""


def page_of(row: Introduction) -> str:
    """The whole address of its page; empty where the site does not know its own address."""
    site = str(getattr(settings, "PUBLIC_URL", ""))
    return link(site, "introductions:introduction", row.ref) if site else ""
