"""Whether a session was opened or confirmed with a second factor, and recently enough."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

STRONG_FOR = timedelta(hours=12)
"""After this, a decision on money or recognition asks for the second factor again."""


def is_strong(records: Iterable[Mapping[str, Any]], at: datetime, strong_acr: Collection[str] = ()) -> bool:
    """Whether one of these ways of signing in still counts at that instant.

    `records` are allauth's notes in the session: `method`, `at` (seconds since 1970) and more. Method `mfa` is a
    passkey (which asks for a finger, face or code on the device), an app or a recovery code. A provider counts only
    with a means (`acr`) that this installation named in `strong_acr`.
    """
    return any(_is_second_factor(record, strong_acr) and _is_recent(record, at) for record in records)


def _is_second_factor(record: Mapping[str, Any], strong_acr: Collection[str]) -> bool:
    if record.get("method") == "socialaccount":
        return bool(record.get("acr")) and record["acr"] in strong_acr
    return record.get("method") == "mfa"


def _is_recent(record: Mapping[str, Any], at: datetime) -> bool:
    since = record.get("at")
    return isinstance(since, int | float) and at.timestamp() - since < STRONG_FOR.total_seconds()
