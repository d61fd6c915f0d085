"""Actors in the municipalities of the Middenkust, and people who may or may not begin an alliance there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from django.test import Client
from django.utils import timezone

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
COAST = "REFREG09"


@pytest.fixture
def settle(db: None) -> Callable[..., str]:
    """`settle("35013", "research")`: somebody real works there; more by keyword."""
    from wortel.actors.models import Actor

    def settle(nis: str, sector: str, ref: str = "", kind: str = "association") -> str:
        ref = ref or f"a-{nis}-{sector}"
        Actor.objects.create(
            ref=ref, name=f"Iemand {ref}", kind=kind, sector=sector, status="active", nis=nis, region=COAST,
            is_fictional=ref.startswith("demo-"), x_km=1.0, y_km=1.0, updated_at=AT,
        )  # fmt: skip
        return ref

    return settle


@pytest.fixture
def as_(db: None) -> Callable[..., Client]:
    """A browser of somebody with this capacity, signed in with a second factor."""
    from wortel.people.public import Person, Scope, give_mandate
    from wortel.trail.public import By

    def as_(capacity: str = "", area: str = "", organisation: str = "") -> Client:
        name = f"{capacity or 'niemand'}-{area or organisation}"
        person = Person.objects.create(name=name, email=f"{name}@example.org", joined_at=AT)
        if capacity:
            scope = Scope(organisation, "referentieregio" if area else "", area)
            give_mandate(By.command("tests"), person, capacity, scope, ground="command", at=AT)
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "mfa", "type": "totp", "at": timezone.now().timestamp()}
        ]
        session.save()
        return client

    return as_
