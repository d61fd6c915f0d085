"""Leaves an entry in the trail, in the transaction of the write it is about."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection

from wortel.shell.clock import EPOCH
from wortel.trail.domain.by import By
from wortel.trail.domain.chain import GENESIS, details_fingerprint, link
from wortel.trail.models import Details, Entry, Head

Change = Mapping[str, Any]


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
    undoes the write.
    """
    if not connection.in_atomic_block:
        raise TrailOutsideTransaction(verb)
    Head.objects.get_or_create(only=True, defaults={"hash": GENESIS})
    head = Head.objects.select_for_update().get(only=True)
    details = _details(before, after)
    entry = Entry(
        number=head.number + 1,
        at_us=(at - EPOCH) // timedelta(microseconds=1),
        channel=by.channel,
        person=by.person,
        organisation=by.organisation,
        request=by.request,
        verb=verb,
        thing=thing,
        concerns=concerns or by.organisation,
        about_person=about_person,
        why=why,
        details_hash=details_fingerprint(details),
    )
    entry.hash = link(head.hash, cells(entry))
    entry.save(force_insert=True)
    if details:
        Details.objects.create(entry=entry, text=details)
    head.number, head.hash = entry.number, entry.hash
    head.save(update_fields=["number", "hash"])
    return entry.number


CHAINED = (
    "number", "at_us", "channel", "person", "organisation", "request", "verb", "thing", "concerns", "about_person",
    "why", "details_hash",
)  # fmt: skip
"""The columns the chain is made of, in their order."""


def cells(entry: Entry) -> tuple[str | int, ...]:
    """The columns of an entry that are chained."""
    return tuple(getattr(entry, name) for name in CHAINED)


def _details(before: Change | None, after: Change | None) -> str:
    if before is None and after is None:
        return ""
    said = {"before": before, "after": after, "salt": secrets.token_hex(12)}
    return json.dumps(said, cls=DjangoJSONEncoder, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
