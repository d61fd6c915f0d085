"""Links an identity at the provider to a person who proved a mail address in the same visit."""

from __future__ import annotations

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def link_identity(by: By, person: Person, account: SocialAccount, name: str, at: datetime) -> bool:
    """Whether the link is new. An identity of somebody else stays theirs; `name` fills in a name that is missing."""
    with transaction.atomic():
        _kept, is_new = SocialAccount.objects.get_or_create(
            provider=account.provider, uid=account.uid, defaults={"user": person, "extra_data": account.extra_data}
        )
        if not is_new:
            return False
        if name and not person.name:
            person.name = name[:120]
            person.save(update_fields=["name"])
        leave(by, "factor.added", f"person:{person.ref}", at=at, why="identity", about_person=person.ref)
    return True
