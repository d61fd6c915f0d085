"""The mails about needs and offers. Each leaves by the outbox, under a key made of the event it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from wortel.actors.public import actor_names
from wortel.exchange.models import Listing
from wortel.people.public import Person, administrators
from wortel.post.public import put_in_outbox
from wortel.shell.clock import BRUSSELS
from wortel.shell.site_address import link
from wortel.trail.public import By

KIND = "listing"


def tell_of_desk(by: By, row: Listing, name: str, at: datetime, site: str) -> None:
    """To the administrators, when somebody who does not act for the organisation wrote or changed something of it."""
    if by.organisation == row.actor or by.channel != "page":
        return
    facts = _facts(row, name or actor_names([row.actor]).get(row.actor, ""), site)
    for person in _reachable(row.actor, at):
        with override(person.language):
            subject = _("De balie werkte iets bij voor %(name)s") % facts
            text = render_to_string("exchange/mail/desk.txt", facts)
        _put(f"listing:{row.ref}:desk:{row.version}:{person.ref}", person, subject, text, at)


def ask_consent(row: Listing, name: str, enterer: str, at: datetime, site: str) -> int:
    """To the administrators of the partner: agree or refuse. Returns how many there are."""
    facts = {**_facts(row, name, site), "enterer": enterer}
    people = _reachable(row.actor, at)
    for person in people:
        with override(person.language):
            subject = _("%(enterer)s voerde iets in voor %(name)s: ga je akkoord?") % facts
            text = render_to_string("exchange/mail/consent.txt", facts)
        _put(f"listing:{row.ref}:consent:{person.ref}", person, subject, text, at)
    return len(people)


def remind_of_end(row: Listing, name: str, people: list[Person], at: datetime, site: str) -> None:
    """To the administrators: this ends soon; the same again?"""
    facts = _facts(row, name, site)
    for person in people:
        with override(person.language):
            subject = _("“%(title)s” loopt af: zelfde als vorig jaar?") % facts
            text = render_to_string("exchange/mail/ends.txt", facts)
        _put(f"listing:{row.ref}:ends:{row.end_on}:{person.ref}", person, subject, text, at)


def _facts(row: Listing, name: str, site: str) -> Mapping[str, Any]:
    url = link(site, "exchange:listing", row.ref) if site else ""
    return {"row": row, "title": row.title, "name": name, "url": url}


def _reachable(actor: str, at: datetime) -> list[Person]:
    return [person for person in administrators(actor, at.astimezone(BRUSSELS).date()) if person.email]


def _put(key: str, person: Person, subject: str, text: str, at: datetime) -> None:
    put_in_outbox(key, KIND, person.email or "", subject, text, at=at, person=person.ref)
