"""Asking the API as a program would."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

Ask = Callable[..., Any]


@pytest.fixture
def ask(client: Client) -> Ask:
    """Asks a question under /api/v1/ and gives the answer's JSON; an error status fails the test."""

    def asked(path: str, **query: str) -> Any:
        answer = client.get(f"/api/v1{path}", query)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return asked
