"""The product as a visitor meets it: set up, filled with the small demo world and served by its own command."""

from __future__ import annotations

import http.client
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit, urlunsplit
from urllib.request import HTTPCookieProcessor, OpenerDirector, build_opener, urlopen

START_SECONDS = 60
MAIL_SECONDS = 10
SESSION = "sessionid"
WORTEL = str(Path(sys.executable).with_name("wortel"))


@dataclass(frozen=True)
class Site:
    """A running installation: `url` is its address, `folder` holds its data and the mails it sent."""

    url: str
    folder: Path
    sessions: dict[str, str] = field(default_factory=dict)

    def json(self, path: str) -> Any:
        with urlopen(self.url + path) as answer:
            return json.load(answer)

    def status_and_text(self, path: str, person: str = "") -> tuple[int, str]:
        """Status and text of a page, a refusal included, as a stranger or one of the demo's people sees it."""
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc)
        connection.request("GET", path, headers={"Cookie": f"{SESSION}={self.session_of(person)}"} if person else {})
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", errors="replace")
        connection.close()
        return answer.status, text

    def session_of(self, person: str) -> str:
        """The session of one of the demo's people, who signs in when first asked for."""
        if person not in self.sessions:
            _visitor, cookies = _signed_in(self.url, person)
            self.sessions[person] = next(cookie.value or "" for cookie in cookies if cookie.name == SESSION)
        return self.sessions[person]

    def link_mailed_to(self, address: str) -> str:
        """The path of the link in the newest mail to that address, which leaves some moments after its event."""
        found = re.search(r"https?://\S+", self.mail_to(address))
        assert found is not None, "the mail holds no link"
        return urlsplit(found[0]).path

    def mail_to(self, address: str) -> str:
        """The text of the newest mail to that address."""
        until = time.monotonic() + MAIL_SECONDS
        while time.monotonic() < until:
            files = (self.folder / "mail").glob("*")
            for file in sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True):
                mail = message_from_bytes(file.read_bytes(), policy=policy.default)
                if mail["To"] == address:
                    return str(mail.get_content())
            time.sleep(0.1)
        raise AssertionError(f"no mail went to {address}")


@contextmanager
def running_site(folder: Path, database_url: str) -> Iterator[Site]:
    """Sets up an installation in that folder, builds demo world S with seed 1, and serves that as a demo."""
    ours = ("WORTEL_", "DJANGO_", "PYTEST_")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    environment |= {"WORTEL_DATA": str(folder), "DATABASE_URL": database_url, "WORTEL_MAIL": "file"}
    for words in (["setup"], ["demo", "build", "--size", "S", "--seed", "1"]):
        done = subprocess.run([WORTEL, *words], env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    port = _free_port()
    with (folder / "serve.log").open("wb") as log:
        served = subprocess.Popen([WORTEL, "demo", "--port", str(port)], env=environment, stdout=log, stderr=log)
        try:
            _wait_for(port, served)
            yield Site(f"http://127.0.0.1:{port}", folder)
        finally:
            served.terminate()
            served.wait(timeout=20)
    assert "Traceback" not in (folder / "serve.log").read_text(encoding="utf-8"), "the site stumbled: see serve.log"


@contextmanager
def own_database(database_url: str, name: str) -> Iterator[str]:
    """On PostgreSQL a database beside the given one, dropped afterwards; otherwise SQLite in the site's own folder."""
    if not database_url.startswith("postgres"):
        yield ""
        return
    import psycopg

    with psycopg.connect(database_url, autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f'CREATE DATABASE "{name}"')
        try:
            yield urlunsplit(urlsplit(database_url)._replace(path=f"/{name}"))
        finally:
            server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int, served: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and served.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the site did not start: see serve.log in its folder")


def unconfirmed_reply(site: Site, path: str, address: str) -> str:
    """Sends the reply form at that path as a plain browser would; the path of the mailed link."""
    visitor = build_opener(HTTPCookieProcessor())
    token = csrf_token(visitor, site.url + path)
    filled = {"message": "Een voorbeeld.", "author_name": "Iemand", "author_email": address}
    visitor.open(site.url + path, urlencode({"csrfmiddlewaretoken": token, **filled}).encode()).close()
    return site.link_mailed_to(address)


def begun_alliance(site: Site, person: str, codes: str) -> str:
    """The ref of an alliance of these municipalities, which that person begins."""
    visitor, _cookies = _signed_in(site.url, person)
    path = f"{site.url}/allianties/nieuw/{codes}/"
    filled = {"csrfmiddlewaretoken": csrf_token(visitor, path), "name": "Onze alliantie"}
    with visitor.open(path, urlencode(filled).encode()) as answer:
        return urlsplit(answer.url).path.split("/")[-2]


def _signed_in(url: str, person: str) -> tuple[OpenerDirector, CookieJar]:
    cookies = CookieJar()
    visitor = build_opener(HTTPCookieProcessor(cookies))
    token = csrf_token(visitor, f"{url}/demo/")
    visitor.open(f"{url}/demo/word/demo-{person}/", urlencode({"csrfmiddlewaretoken": token}).encode()).close()
    return visitor, cookies


def csrf_token(visitor: OpenerDirector, url: str) -> str:
    """The hidden token of the form at that address."""
    with visitor.open(url) as answer:
        hidden = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', answer.read().decode())
    assert hidden is not None, "the form holds no token"
    return hidden[1]
