"""The cache in the database, shared by every process; reading it never writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db import DEFAULT_DB_ALIAS, connections, transaction


class KeptCache(DatabaseCache):
    """Django's, except that a reader who finds something expired leaves it: the next writer clears it away.

    A page that is read may not write, and on SQLite would wait for the one who does.
    """

    _is_reading = False

    def get_many(self, keys: Iterable[Any], version: int | None = None) -> dict[Any, Any]:
        """What has not expired, by key."""
        self._is_reading = True
        try:
            return super().get_many(list(keys), version)
        finally:
            self._is_reading = False

    def _base_delete_many(self, keys: list[str]) -> bool:
        return False if self._is_reading else bool(super()._base_delete_many(keys))  # type: ignore[misc]

    def forget_expired(self, at: datetime) -> None:
        """Clears away what had expired at that instant."""
        with transaction.atomic(DEFAULT_DB_ALIAS), connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            self._cull(DEFAULT_DB_ALIAS, cursor, at, 0)  # type: ignore[attr-defined]


def forget_expired(at: datetime) -> None:
    """Clears away what had expired at that instant; nothing where the cache clears itself."""
    shared = caches["default"]
    if isinstance(shared, KeptCache):
        shared.forget_expired(at)
