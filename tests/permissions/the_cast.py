"""Who is who in the permission tests: one person per column of docs/permissions.md, with the mandates for it.

Everything here goes through the rooms' own actions, so that the cast is made as people are made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from allauth.account.models import EmailAddress
from directory_of_two import OTHER, OWN, settle_actors
from django.test import Client
from django.utils import timezone

from wortel.people.models import Mandate, Person
from wortel.people.public import Scope, give_mandate
from wortel.trail.public import By

JOINED = datetime(2026, 1, 5, 9, tzinfo=UTC)
BY = By.command("tests")
STRONG = {"method": "mfa", "type": "totp"}
HERE, ELSEWHERE = "REFREG13", "REFREG03"


@dataclass(frozen=True, slots=True)
class Part:
    """A column: what it holds, and whether it signed in with a second factor. `ended`: the mandate was taken back."""

    column: str
    capacity: str = ""
    organisation: str = ""
    area: str = ""
    strong: bool = False
    ended: bool = False

    @property
    def email(self) -> str:
        """An address that cannot exist (RFC 2606)."""
        return f"{self.column.replace(' ', '-')}@example.org"


STRANGER = "vreemde"
CAST = (
    Part(STRANGER),
    Part("aangemeld"),
    Part("redacteur", "editor", OWN),
    Part("beheerder", "administrator", OWN),
    Part("andere beheerder", "administrator", OTHER),
    Part("gewezen beheerder", "administrator", OWN, ended=True),
    Part("gangmaker", "catalyst", area=HERE, strong=True),
    Part("gangmaker elders", "catalyst", area=ELSEWHERE, strong=True),
    Part("lezer", "territory_reader", area=HERE),
    Part("projectmanager", "programme_manager", strong=True),
    Part("platformbeheerder", "platform_administrator", strong=True),
    Part("zonder tweede stap", "platform_administrator"),
)
COLUMNS = tuple(part.column for part in CAST)


@dataclass(slots=True)
class Visitor:
    """A person of the cast with a browser of their own. Every request starts from the same cookies."""

    part: Part
    person: Person | None
    client: Client
    cookies: dict[str, str]

    def ask(self, method: str, path: str, data: dict[str, Any] | None = None, **headers: Any) -> Any:
        """One request; what an earlier one did to the cookies does not count."""
        self.client.cookies.clear()
        for name, value in self.cookies.items():
            self.client.cookies[name] = value
        if method in {"GET", "POST"}:
            return getattr(self.client, method.lower())(path, data or {}, **headers)
        return self.client.generic(method, path, **headers)


def settle() -> dict[str, Visitor]:
    """The cast, in a world with two organisations, by column."""
    settle_actors()
    return {part.column: visitor(part, person_of(part)) for part in CAST}


def person_of(part: Part) -> Person | None:
    """The person, with the mandate that makes them what the column says."""
    if part.column == STRANGER:
        return None
    person = Person.objects.create(name=f"{part.column.title()} Voorbeeld", email=part.email, joined_at=JOINED)
    EmailAddress.objects.create(user=person, email=part.email, verified=True, primary=True)
    if part.capacity:
        scope = Scope(part.organisation, "referentieregio" if part.area else "", part.area)
        mandate = give_mandate(BY, person, part.capacity, scope, ground="command", at=timezone.now())
        if part.ended:
            Mandate.objects.filter(pk=mandate.pk).update(ended_at=timezone.now() - timedelta(days=1), ended_why="weg")
    return person


def _ways(part: Part) -> list[dict[str, Any]]:
    """How they signed in, as allauth notes it in the session."""
    at = timezone.now().timestamp()
    return [{"method": "code", "at": at}, *([{**STRONG, "at": at}] if part.strong else [])]


def visitor(part: Part, person: Person | None) -> Visitor:
    """A browser in which this person is signed in."""
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session["account_authentication_methods"] = _ways(part)
        session.save()
    return Visitor(part, person, client, {name: morsel.value for name, morsel in client.cookies.items()})
