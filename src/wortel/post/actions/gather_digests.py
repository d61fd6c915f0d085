"""Gathers the notices that wait for it into one mail a reader, once a day."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import override

from wortel.post.actions.put_in_outbox import put_in_outbox
from wortel.post.domain.digest import Item, digest_key, digest_text
from wortel.post.models import Message
from wortel.post.queries import STATES
from wortel.post.wording import digest_opening, digest_subject

LANGUAGE = "nl"


def gather_digests(at: datetime) -> int:
    """How many digests were put in the outbox. A reader who had one this day gets the rest tomorrow."""
    readers = list(
        Message.objects.filter(STATES["gathering"]).order_by("recipient").values_list("recipient", flat=True).distinct()
    )
    with override(LANGUAGE):
        return sum(_gather(reader, at) for reader in readers)


def _gather(recipient: str, at: datetime) -> bool:
    key = digest_key(recipient, at.date())
    with transaction.atomic():
        found = list(
            Message.objects.select_for_update()
            .filter(STATES["gathering"], recipient=recipient)
            .order_by("created_at", "pk")
        )
        if not found or Message.objects.filter(key=key).exists():
            return False
        text = digest_text(digest_opening(len(found)), [Item(each.subject, each.text) for each in found])
        people = {each.person for each in found}
        person = people.pop() if len(people) == 1 else ""
        put_in_outbox(key, "digest", recipient, digest_subject(len(found)), text, at=at, person=person)
        # Its text stands in the digest now; kept twice, it would have to be forgotten twice.
        Message.objects.filter(pk__in=[each.pk for each in found]).update(gathered_in=key, text="", subject="")
    return True
