"""The thread that starts the server keeps no connection of its own: the event loop runs in it."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connections

from wortel.site.cli import serve


@pytest.mark.django_db(transaction=True)
def test_the_starting_thread_lets_go_of_its_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Any] = []
    monkeypatch.setattr(type(connections["default"]), "close", lambda wrapper: seen.append(wrapper.alias))
    monkeypatch.setattr(serve, "create_server", lambda *arguments, **options: list(seen))
    connections["default"].ensure_connection()
    assert serve._server("127.0.0.1", 0, 1) == ["default"]
