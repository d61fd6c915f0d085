"""What every test may lean on: the real municipalities in the database. A browser: see browser/conftest.py."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import transaction
from django.db.models.signals import post_migrate
from django.utils.translation import override


def _load_reference(**_about: Any) -> None:
    """The municipalities, and a trail that is empty and guarded."""
    from wortel.territory.public import load_reference
    from wortel.trail.domain.chain import GENESIS
    from wortel.trail.guards import unguarded
    from wortel.trail.models import Details, Entry, Head
    from wortel.trail.public import By

    Head.objects.get_or_create(only=True, defaults={"hash": GENESIS})  # gone when a test emptied the database
    load_reference(By.command("tests"), datetime(2026, 1, 1, tzinfo=UTC))
    with transaction.atomic(), unguarded():
        Details.objects.all().delete()
        Entry.objects.all().delete()
        Head.objects.update_or_create(only=True, defaults={"number": 0, "hash": GENESIS})


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Loads the municipalities when the test database is made, and again after a test that empties it."""
    post_migrate.connect(_load_reference, sender=apps.get_app_config("territory"))


@pytest.fixture(autouse=True)
def _database_can_be_emptied(request: pytest.FixtureRequest) -> None:
    """Lifts the guards of the trail for a test after which Django empties the whole database."""
    marker = request.node.get_closest_marker("django_db")
    empties = {"transactional_db", "live_server"} & set(request.fixturenames)
    if empties or (marker and marker.kwargs.get("transaction")):
        from wortel.trail.guards import unguard

        request.getfixturevalue("transactional_db")
        unguard()


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """Begins every test in Dutch: a request for an English page leaves its language behind in the thread."""
    with override("nl"):
        yield


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test that needs a browser, so that `-m "not browser"` leaves them out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
