"""A session is strong after a second factor, for twelve hours, and after nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from wortel.people.domain.strength import is_strong

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def ago(hours: float, **record: Any) -> dict[str, Any]:
    return {"at": (NOW - timedelta(hours=hours)).timestamp(), **record}


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], False),
        ([ago(1, method="code")], False),
        ([ago(1, method="password")], False),
        ([ago(1, method="mfa", type="webauthn", passwordless=True)], True),
        ([ago(1, method="code"), ago(1, method="mfa", type="totp")], True),
        ([ago(1, method="code"), ago(1, method="mfa", type="recovery_codes")], True),
        ([ago(12.1, method="mfa", type="totp")], False),
        ([ago(12.1, method="mfa", type="totp"), ago(2, method="mfa", type="totp", reauthenticated=True)], True),
        ([ago(12.1, method="mfa", type="totp"), ago(2, method="code", reauthenticated=True)], False),
        ([ago(1, method="socialaccount")], False),
        ([ago(1, method="socialaccount", acr="urn:zwak")], False),
        ([ago(1, method="socialaccount", acr="urn:sterk")], True),
        ([{"method": "mfa"}], False),
        ([{"method": "mfa", "at": "gisteren"}], False),
    ],
)
def test_only_a_recent_second_factor_counts(records: list[dict[str, Any]], expected: bool) -> None:
    assert is_strong(records, NOW, ["urn:sterk"]) is expected


def test_without_named_means_no_provider_counts() -> None:
    assert not is_strong([ago(1, method="socialaccount", acr="")], NOW)
