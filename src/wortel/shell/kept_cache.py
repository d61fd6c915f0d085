"""The cache in the database, shared by every process; reading it never writes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.cache.backends.db import DatabaseCache


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
