"""Erases someone: nothing that leads to them stays, and what they did stays done, by a number without a name."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from django.db import models, transaction

from wortel.kernel.reason import Reason
from wortel.people.public import Person, end_mandates_of
from wortel.post.public import forget_address
from wortel.privacy.domain.described import REGISTER
from wortel.privacy.domain.held import Fate, Held, Item
from wortel.privacy.queries import rows_of, table
from wortel.privacy.sole import erasure_verdict, lock_keepers
from wortel.privacy.subject import Subject, subject_of, subject_with_address
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By, forget_details_about, leave


class CannotErase(ValueError):
    """Something would be left without anyone to look after it; `reason` says what."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


class AddressHasAccount(ValueError):
    """The address belongs to an account, which must be erased as a whole."""


def erase_person(by: By, ref: str, *, why: str, at: datetime) -> dict[str, int]:
    """Erases the person with this ref, in one transaction; says how many rows went or were emptied, table by table.

    Someone who was erased before is left as they are, and nothing is counted. Raises `Person.DoesNotExist`, or
    `CannotErase`, and then changes nothing; the trail holds `person.erase_refused`, but not for the daily round, which
    asks again tomorrow. `why` is a key, never a sentence about someone.
    """
    with transaction.atomic():
        person = Person.objects.select_for_update().get(ref=ref)
        if person.erased_at is not None:
            return {}
        lock_keepers(person)
        verdict = erasure_verdict(person, at.astimezone(BRUSSELS).date())
        if verdict:
            return _erase(by, person, why, at)
        if why != "inactive":
            leave(by, "person.erase_refused", f"person:{ref}", at=at, why=verdict.reason.key)
    raise CannotErase(verdict.reason)


def _erase(by: By, person: Person, why: str, at: datetime) -> dict[str, int]:
    subject = subject_of(person, every_session=True)
    end_mandates_of(by, person, why="", at=at)
    forget_address(by, subject.emails, person.ref, at)
    forget_details_about(by, person.ref, at)
    done = _let_go(subject)
    Person.objects.filter(pk=person.pk).update(is_active=False, erased_at=at)
    leave(by, "person.erased", f"person:{person.ref}", at=at, why=why)
    return done


def erase_address(by: By, email: str, *, at: datetime) -> dict[str, int]:
    """Erases what hangs on a mail address without account. Raises `AddressHasAccount`, and then changes nothing."""
    with transaction.atomic():
        if Person.objects.filter(email__iexact=email).exists():
            raise AddressHasAccount
        subject = subject_with_address(email)
        mails = sum(1 for held in REGISTER if held.model == "post.Message" for _ in rows_of(held, subject))
        done = _let_go(subject)
        if done or mails:
            forget_address(by, subject.emails, "", at)
            leave(by, "address.erased", "address:*", at=at)
    return done


def _let_go(subject: Subject) -> dict[str, int]:
    done: Counter[str] = Counter()
    for held in REGISTER:
        rows = rows_of(held, subject).order_by()
        if held.fate is Fate.DELETED:
            done[held.model] += rows.delete()[0]
        elif held.fate is Fate.EMPTIED:
            done[held.model] += _empty(held, rows)
    return {model: count for model, count in done.items() if count}


def _empty(held: Held, rows: models.QuerySet[Any]) -> int:
    # By key: emptying the address takes away what the rows are found by.
    keys = list(rows.values_list("pk", flat=True))
    theirs = table(held)._default_manager.filter(pk__in=keys)
    if held.closes is not None:
        waiting = theirs.filter(**{f"{held.closes.field}__in": held.closes.waiting})
        waiting.update(**{held.closes.field: held.closes.becomes})
    return theirs.update(**{item.field: _blank(held, item) for item in held.emptied})


def _blank(held: Held, item: Item) -> Any:
    if item.blank is not None:
        return item.blank
    field = table(held)._meta.get_field(item.field)
    if getattr(field, "null", False):
        return None
    return {} if isinstance(field, models.JSONField) else ""
