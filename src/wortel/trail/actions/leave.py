"""Leaves an entry in the trail, in the transaction of the write it is about."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import connection

from wortel.shell.clock import EPOCH
from wortel.trail.details import Change, written_details
from wortel.trail.domain.by import By
from wortel.trail.domain.chain import CHAINED, details_fingerprint, link
from wortel.trail.domain.storable import storable
from wortel.trail.models import Details, Entry, Head


class TrailOutsideTransaction(RuntimeError):
    """A write without a transaction could stand without its entry: a fault in our code."""


def leave(  # noqa: PLR0913  (an entry holds this many facts)
    by: By,
    verb: str,
    thing: str,
    *,
    at: datetime,
    before: Change | None = None,
    after: Change | None = None,
    why: str = "",
    concerns: str = "",
    about_person: str = "",
) -> int:
    """Adds an entry and returns its number. Must stand inside `transaction.atomic()`, as the last step of an action.

    `thing` is `kind:ref`; `concerns` is the organisation whose record it is (else the one acted for); `about_person`
    the person the details speak of, so that they can be forgotten. Raises `TrailOutsideTransaction`; any failure here
    undoes the write. Costs three statements, four with details.
    """
    if not connection.in_atomic_block:
        raise TrailOutsideTransaction(verb)
    head = Head.objects.select_for_update().get(only=True)
    details = written_details(before, after)
    entry = Entry(
        number=head.number + 1,
        at_us=in_microseconds(at),
        channel=_fitting("channel", by.channel),
        person=_fitting("person", by.person),
        organisation=_fitting("organisation", by.organisation),
        request=_fitting("request", by.request),
        verb=_fitting("verb", verb),
        thing=_fitting("thing", thing),
        concerns=_fitting("concerns", concerns or by.organisation),
        about_person=_fitting("about_person", about_person),
        why=_fitting("why", why),
        details_hash=details_fingerprint(details),
    )
    entry.hash = link(head.hash, cells(entry))
    entry.save(force_insert=True)
    if details:
        Details.objects.create(entry=entry, text=details)
    head.number, head.hash = entry.number, entry.hash
    head.save(update_fields=["number", "hash"])
    return entry.number


def in_microseconds(at: datetime) -> int:
    """The instant as the trail writes it: since 1970 in UTC, the same whole number on every database."""
    return (at - EPOCH) // timedelta(microseconds=1)


def cells(entry: Entry) -> tuple[str | int, ...]:
    """The columns of an entry that are chained."""
    return tuple(getattr(entry, name) for name in CHAINED)


def _fitting(name: str, text: str) -> str:
    """The text as both databases keep it: what does not fit in the column ends in an ellipsis."""
    return storable(text, LENGTHS[name])


LENGTHS = {name: getattr(Entry._meta.get_field(name), "max_length", None) or 0 for name in CHAINED}
