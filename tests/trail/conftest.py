"""A trail with some entries in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from wortel.trail.public import By, leave

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
CLERK = By("page", person="person-a", organisation="school-a", request="request-1")


@pytest.fixture
def ten_entries(db: None) -> None:
    """One in two with details."""
    for nth in range(1, 11):
        leave(
            CLERK,
            "profile.published",
            f"actor:{nth}",
            at=AT + timedelta(minutes=nth),
            before={"name": "Oud"} if nth % 2 else None,
            after={"name": f"Nieuw {nth}"} if nth % 2 else None,
            why="Op vraag van de directie",
        )
