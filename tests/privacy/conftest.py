"""Someone of whom every table holds something, and a way to look through the whole database."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.db import models

from wortel.people.models import Mandate, Person
from wortel.privacy.domain.described import REGISTER
from wortel.privacy.domain.held import By as Found
from wortel.privacy.domain.held import Held, Item
from wortel.trail.models import Details, Entry
from wortel.trail.public import By, leave

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
TEXT = (models.CharField, models.TextField)


@dataclass
class Sown:
    """A person, and the text that was put in each personal field of each table."""

    person: Person
    texts: dict[str, dict[str, str]]


@pytest.fixture
def sown(db: None) -> Sown:
    """One row in every table of the register, all about the same person."""
    person = Person.objects.create(email="sown@example.org", joined_at=AT, seen_on=date(2026, 11, 1))
    texts = {held.model: {item.field: text for item in held.items if (text := _text(held, item))} for held in REGISTER}
    for held in reversed(REGISTER):
        _sow(held, person, texts[held.model])
    person.refresh_from_db()
    return Sown(person, texts)


@pytest.fixture
def everything() -> Callable[[], str]:
    """Every value of every row of every table, as one text."""
    return lambda: "\n".join(_everything())


def _everything() -> Iterator[str]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.app_label not in {"territory", "auth", "contenttypes"}:
            for row in model._default_manager.values_list():
                yield repr(row)


def _text(held: Held, item: Item) -> str:
    """A text nobody else writes, for a field that is written text and leads to the person by itself."""
    if item.stays or item.is_of_another or (held.model, item.field) in FIXED:
        return ""
    field = apps.get_model(held.model)._meta.get_field(item.field)
    if isinstance(field, models.EmailField):
        return "sown@example.org"
    if isinstance(field, models.JSONField):
        return f"sown {held.model} {item.field}"
    return f"sown {held.model} {item.field}"[: field.max_length or 100] if isinstance(field, TEXT) else ""


# Fields that say what a row is, or that the library itself must be able to read.
FIXED = {
    ("people.Person", "language"), ("people.Person", "password"), ("post.Message", "person"),
    ("sessions.Session", "session_key"), ("sessions.Session", "session_data"), ("trail.Details", "text"),
    ("post.Preference", "kind"), ("post.Preference", "rhythm"), ("mfa.Authenticator", "type"),
    ("usersessions.UserSession", "session_key"), ("usersessions.UserSession", "ip"),
}  # fmt: skip


def _sow(held: Held, person: Person, texts: dict[str, str]) -> None:
    model = apps.get_model(held.model)
    if model is Person:
        Person.objects.filter(pk=person.pk).update(**texts)
    elif model is Entry:
        return  # comes with its details
    elif model is Details:
        _leave(person)
    elif held.model == "sessions.Session":
        session = SessionStore()
        session["_auth_user_id"] = str(person.pk)
        session.save()
    else:
        ready = {name: {"said": text} if _is_json(model, name) else text for name, text in texts.items()}
        model._default_manager.create(**_whose(held, person), **_needed(held.model, person), **ready)


def _leave(person: Person) -> None:
    from django.db import transaction

    with transaction.atomic():
        by = By("page", person=person.ref)
        leave(by, "person.named", f"person:{person.ref}", at=AT, after={"name": "sown trail"}, about_person=person.ref)


def _is_json(model: type[models.Model], name: str) -> bool:
    return isinstance(model._meta.get_field(name), models.JSONField)


def _whose(held: Held, person: Person) -> dict[str, Any]:
    values = {Found.REF: person.ref, Found.KEY: person.pk}
    return {lookup: values[by] for lookup, by in held.whose if by in values and "__" not in lookup}


def _needed(label: str, person: Person) -> dict[str, Any]:
    """What each table asks for besides."""
    return {
        "account.EmailAddress": {"verified": True, "primary": True},
        "account.EmailConfirmation": {"email_address": _one("account.EmailAddress")},
        "socialaccount.SocialAccount": {"provider": "test"},
        "socialaccount.SocialToken": {"account": _one("socialaccount.SocialAccount")},
        "mfa.Authenticator": {"type": "totp"},
        "usersessions.UserSession": {"ip": "192.0.2.7", "session_key": "sleutel"},
        "people.Mandate": {
            "capacity": "editor", "organisation": "club", "valid_from": date(2026, 1, 1), "given_at": AT,
            "ended_at": AT, "ground": "command",
        },
        "people.Invitation": {"way": "invited", "state": "open", "capacity": "editor", "made_at": AT, "expires_at": AT},
        "replies.Reply": {"ref": "sown", "kind": "dispute", "state": "open", "target": "actor:club", "created_at": AT},
        "organisations.Claim": {
            "ref": "sown", "actor": "club", "actor_name": "Club", "proof": "review", "state": "open", "made_at": AT,
        },
        "organisations.Removal": {"ref": "sown", "actor": "club", "what": "own", "made_at": AT},
        "organisations.OwnProfile": {"actor": "club", "changed_at": AT},
        "alliances.Beginning": {"municipalities": ["44021", "44083"], "made_at": AT},
        "exchange.Listing": {
            "ref": "sown", "side": "need", "kind": "guest_lesson", "state": "open", "actor": "club", "title": "Les",
            "age_from": 10, "age_to": 12, "quantity": 1, "first_on": AT.date(), "end_on": date(2027, 6, 30),
            "nis": "44021", "lat": 51.05, "lon": 3.72, "visibility": "public", "made_at": AT, "changed_at": AT,
        },
        "introductions.Run": {"asked_at": AT},
        "introductions.Step": {"introduction": _introduction(), "step": "let_go", "state": "dropped", "at": AT},
        "introductions.Feedback": {"introduction": _introduction(), "side": "need", "happened": True, "at": AT},
        "post.Message": {"key": "sown", "kind": "reply", "created_at": AT, "ready_at": AT, "sent_at": AT},
        "post.Preference": {"kind": "desk", "rhythm": "never", "since": AT},
    }.get(label, {})  # fmt: skip


def _introduction() -> Any:
    """The one that steps and feedback are about."""
    return apps.get_model("introductions.Introduction")._default_manager.get_or_create(
        ref="sown", defaults={"state": "dropped", "origin": "engine", "proposed_at": AT, "state_at": AT}
    )[0]


def _one(label: str) -> Any:
    return apps.get_model(label)._default_manager.first()


@pytest.fixture
def administrator(db: None) -> Callable[[str, str], Person]:
    """A person with an open mandate as administrator of an organisation."""

    def make(email: str, organisation: str, capacity: str = "administrator") -> Person:
        person = Person.objects.create(name="An Voorbeeld", email=email, joined_at=AT)
        Mandate.objects.create(
            person=person,
            capacity=capacity,
            organisation=organisation,
            valid_from=date(2026, 1, 1),
            given_at=AT,
            ground="command",
        )
        return person

    return make
