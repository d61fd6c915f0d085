"""Lets go of replies about things that no longer exist."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Q

from wortel.replies.models import Reply
from wortel.trail.public import By, leave


def forget_replies(by: By, about: Iterable[str], at: datetime) -> int:
    """Deletes the replies whose target starts with one of these texts; says how many there were."""
    beginnings = tuple(about)
    wanted = Q(pk__in=())
    for beginning in beginnings:
        wanted |= Q(target__startswith=beginning)
    with transaction.atomic():
        forgotten: int = Reply.objects.filter(wanted).delete()[0]
        if forgotten:
            leave(by, "reply.forgotten", "reply:*", at=at, before={"about": beginnings, "replies": forgotten})
    return forgotten
