"""Who sits at the review desk in these tests, and what waits there."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from allauth.account.internal.flows import login
from django.test import Client

from wortel.people.models import Mandate, Person
from wortel.replies.models import Reply
from wortel.shell import clock

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
GHENT_REGION, LEUVEN_REGION = "REFREG13", "REFREG05"


def someone(email: str, capacity: str = "", *, area: str = "", organisation: str = "") -> Person:
    """A person, with one mandate when a capacity is given."""
    person: Person = Person.objects.create(name=email.split("@", maxsplit=1)[0].title(), email=email, joined_at=AT)
    if capacity:
        Mandate.objects.create(
            person=person, capacity=capacity, organisation=organisation, scheme="referentieregio" if area else "",
            area=area, valid_from=date(2026, 1, 1), given_at=AT, ground="command",
        )  # fmt: skip
    return person


def browser_of(person: Person, *, strong: bool = True) -> Client:
    """A browser in which the person is signed in, with their second factor unless told otherwise."""
    client = Client()
    client.force_login(person, "django.contrib.auth.backends.ModelBackend")
    session = client.session
    session[login._AUTHENTICATION_METHODS_USER_SESSION_KEY] = str(person.pk)
    session["account_authentication_methods"] = [
        {"method": "mfa" if strong else "code", "type": "webauthn", "at": clock.now().timestamp()}
    ]
    session.save()
    return client


def reply(ref: str, target: str = "municipality:44021", **changes: Any) -> Reply:
    """A reply that waits: about Ghent, unless told otherwise."""
    fields: dict[str, Any] = {
        "kind": "dispute", "state": "open", "target_label": f"Over {ref}", "target_path": "/gemeenten/44021/",
        "message": "Dit klopt niet.", "author_name": "Melder", "author_email": "melder@example.org",
        "created_at": AT, "confirmed_at": AT,
    }  # fmt: skip
    made: Reply = Reply.objects.create(ref=ref, target=target, **{**fields, **changes})
    return made
