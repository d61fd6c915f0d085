"""Sixteen visitors who never finish their question; everyone else is served all the same (twice the threads)."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from http.client import HTTPConnection
from typing import Any

import pytest

from wortel.site.cli import serve


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A server of ours with a page that asks nothing of the database, on a port of its own."""

    def hello(_environ: dict[str, Any], start: Any) -> list[bytes]:
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"dag"]

    monkeypatch.setattr("wortel.site.wsgi.application", hello)
    server = serve._server("127.0.0.1", 0, 8)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    yield server.effective_port
    server.close()
    running.join(timeout=5)


@pytest.mark.parametrize(
    "half",
    [b"", b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ", b"POST / HTTP/1.1\r\nContent-Length: 4000\r\n\r\nhalf"],
    ids=["silent", "half a head", "half a body"],
)
def test_others_are_served_meanwhile(port: int, half: bytes) -> None:
    with ExitStack() as open_ones:
        for _ in range(16):
            open_ones.enter_context(socket.create_connection(("127.0.0.1", port))).sendall(half)
        asking = HTTPConnection("127.0.0.1", port, timeout=5)
        asking.request("GET", "/")
        assert asking.getresponse().read() == b"dag"
        asking.close()
