"""Finds the person behind a mail address that was just proved, or makes one."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import IntegrityError, transaction

from wortel.people.models import Person
from wortel.trail.public import By, leave


def sign_up(by: By, email: str, at: datetime) -> Person:
    """The person of this address, new if nobody has it. The caller knows that whoever asks reads its mail.

    Someone whose account was switched off is given back as they are: signing in refuses them.
    """
    with transaction.atomic():
        person = _known(email) or _new_person(by, email, at)
        address, _is_new = EmailAddress.objects.get_or_create(user=person, email=email)
        if not address.verified or not address.primary:
            EmailAddress.objects.filter(user=person, primary=True).exclude(pk=address.pk).update(primary=False)
            address.verified = address.primary = True
            address.save(update_fields=["verified", "primary"])
    return person


def _known(email: str) -> Person | None:
    """Who has this address, capitals apart. What a database calls equal (ı and i) is compared once more by us: mail to
    the one never reached the other."""
    alike = Person.objects.filter(email__iexact=email).order_by("pk")
    return next((person for person in alike if (person.email or "").lower() == email.lower()), None)


def _new_person(by: By, email: str, at: datetime) -> Person:
    try:
        with transaction.atomic():
            person = Person(email=email, joined_at=at)
            person.set_unusable_password()
            person.save()
    except IntegrityError:
        # Two windows confirmed the same new address at once.
        known: Person = Person.objects.get(email=email)
        return known
    signed = By(by.channel, person=person.ref, request=by.request)
    leave(signed, "person.joined", f"person:{person.ref}", at=at, after={"email": email}, about_person=person.ref)
    return person
