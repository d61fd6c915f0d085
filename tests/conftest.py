"""What every test may lean on: the real municipalities in the database. A browser: see browser/conftest.py."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db.models.signals import post_migrate
from django.utils.translation import override


def _load_reference(**_about: Any) -> None:
    from wortel.territory.public import load_reference

    load_reference()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Loads the municipalities when the test database is made, and again after a test that empties it."""
    post_migrate.connect(_load_reference, sender=apps.get_app_config("territory"))


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
