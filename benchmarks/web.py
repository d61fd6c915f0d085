"""One request through the whole application, as its server hands it over: no socket, everything else."""

from __future__ import annotations

import gzip
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

_SCRIPT = re.compile(r"""<script\b[^>]*\bsrc=["']([^"']+)""")
_LINK = re.compile(r"""<a\b[^>]*\bhref=["']([^"'#]+)""")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: the status, the kind of content, and the body as it goes over the wire and as it reads."""

    status: int
    content_type: str
    wire_bytes: int
    text: str

    @property
    def is_page(self) -> bool:
        """Whether it is HTML for a person."""
        return self.status == 200 and self.content_type.startswith("text/html")

    def scripts(self) -> list[str]:
        """Addresses of the scripts the page loads."""
        return list(dict.fromkeys(_SCRIPT.findall(self.text)))

    def links(self, here: str) -> Iterator[str]:
        """Addresses within this site that the page links to, in their order."""
        for href in _LINK.findall(self.text):
            whole = urlsplit(urljoin(f"http://localhost{here}", href.replace("&amp;", "&")))
            if whole.netloc == "localhost" and not whole.path.startswith("/static/"):
                yield whole.path + (f"?{whole.query}" if whole.query else "")


@lru_cache(maxsize=1)
def application() -> Any:
    """The application as its server loads it."""
    from wortel.site import wsgi

    return wsgi.application


def get(path: str) -> Answer:
    """Asks for the address as a browser that takes gzip."""
    status, headers, body = _called(path)
    text = gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body
    return Answer(status, headers.get("content-type", ""), len(body), text.decode("utf-8", errors="replace"))


def ask(path: str, cookie: str = "") -> int:
    """The same when only the status matters: reads the body and leaves it as it is."""
    return _called(path, cookie)[0]


def get_json(path: str) -> Any:
    """The JSON at the address, or `None` when there is none."""
    answer = get(path)
    return json.loads(answer.text) if answer.status == 200 and "json" in answer.content_type else None


def _called(path: str, cookie: str = "") -> tuple[int, dict[str, str], bytes]:
    place, _, query = path.partition("?")
    found: list[Any] = []
    surroundings = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": place,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT": "text/html,application/json;q=0.9,*/*;q=0.8",
        "HTTP_ACCEPT_ENCODING": "gzip",
        "HTTP_ACCEPT_LANGUAGE": "nl",
        "REMOTE_ADDR": "127.0.0.1",
        **({"HTTP_COOKIE": cookie} if cookie else {}),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    parts = application()(surroundings, lambda status, headers, *_: found.extend((status, headers)))
    try:
        body = b"".join(parts)
    finally:
        if hasattr(parts, "close"):
            parts.close()
    return int(found[0][:3]), {name.lower(): value for name, value in found[1]}, body


@contextmanager
def counting_queries() -> Iterator[list[str]]:
    """The SQL statements that run meanwhile, by their first words."""
    from django.db import connection

    seen: list[str] = []

    def note(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        seen.append(sql[:40])
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(note):
        yield seen


def wire_bytes_of_static(address: str) -> int:
    """What a static file weighs compressed, as this application serves it; 0 when it is not there."""
    from django.conf import settings

    name = urlsplit(address).path.removeprefix(settings.STATIC_URL)
    path = Path(settings.STATIC_ROOT) / name
    squeezed = path.with_name(path.name + ".gz")
    if squeezed.is_file():
        return squeezed.stat().st_size
    return len(gzip.compress(path.read_bytes())) if path.is_file() else 0
