"""Takes away the link between a person and their identity at the provider."""

from __future__ import annotations

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def unlink_identity(by: By, person: Person, at: datetime) -> bool:
    """Whether there was one. The person keeps their account: a code by mail always works."""
    with transaction.atomic():
        gone, _by_table = SocialAccount.objects.filter(user=person).delete()
        if gone:
            leave(by, "factor.removed", f"person:{person.ref}", at=at, why="identity")
    return bool(gone)
