"""Lets go of replies about things that no longer exist."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from wortel.replies.models import Reply


def forget_replies(about: Iterable[str]) -> int:
    """Deletes the replies whose target starts with one of these texts; says how many there were."""
    wanted = Q(pk__in=())
    for beginning in about:
        wanted |= Q(target__startswith=beginning)
    with transaction.atomic():
        forgotten: int = Reply.objects.filter(wanted).delete()[0]
    return forgotten
