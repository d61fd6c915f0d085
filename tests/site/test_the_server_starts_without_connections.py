"""The thread that starts the server keeps no connection of its own: the event loop runs in it."""

from __future__ import annotations

from typing import NoReturn

import pytest
from django.db import connections

from wortel.site.cli import serve


class Started(Exception):
    """The server was made."""


@pytest.mark.django_db
def test_the_starting_thread_lets_go_of_its_connection_before_the_server_is_made(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    steps: list[str] = []

    def made(*arguments: object) -> NoReturn:
        steps.append("made")
        raise Started

    monkeypatch.setattr(type(connections["default"]), "close", lambda wrapper: steps.append("closed"))
    monkeypatch.setattr(serve.installation, "is_set_up", lambda: True)
    monkeypatch.setattr(serve.installation, "static_files_are_current", lambda: True)
    monkeypatch.setattr(serve.signal, "signal", lambda *arguments: None)
    monkeypatch.setattr(serve, "_server", made)
    with pytest.raises(Started):
        serve.serve()
    assert steps[:2] == ["closed", "made"]
