"""The cast of docs/permissions.md in its world, made once for a whole file of tests."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from the_cast import settle
from the_world import World, make_world


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """One cast in one world; gone afterwards."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world(settle())
        transaction.set_rollback(True)


@pytest.fixture
def undone(world: World) -> Iterator[World]:
    """The world for one test: what is changed in it is put back."""
    with transaction.atomic():
        yield world
        transaction.set_rollback(True)
