"""`wortel serve` sends mail while it serves, within a second, unless told not to; and stops when told to."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from installation import Installation, new_installation

# The tables alone are enough for mail: municipalities and static files are another story.
SERVE = """
from wortel.site import installation
installation.is_set_up = installation.static_files_are_current = lambda: True
main(["serve", "--port", "{port}", *{options}])
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with new_installation(tmp_path_factory.mktemp("post")) as made:
        yield made


@contextmanager
def serving(installed: Installation, *options: str) -> Iterator[subprocess.Popen[str]]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = installed.start(SERVE.format(port=port, options=list(options)))
    try:
        until = time.monotonic() + 60
        while not _answers(port):
            assert time.monotonic() < until, "the website did not start"
            assert served.poll() is None, served.communicate()[1]
            time.sleep(0.1)
        yield served
    finally:
        served.kill()
        served.communicate()


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def test_mail_leaves_while_the_website_serves_and_it_stops_when_told(installed):
    with serving(installed) as served:
        installed.write(0, 1, "colleague")
        until = time.monotonic() + 10
        while not installed.files():
            assert time.monotonic() < until, "no mail left"
            time.sleep(0.05)
        (file,) = installed.files()
        assert b"http://127.0.0.1:" in file.read_bytes(), "links lead to where the website stands"
        served.terminate()
        said, wrong = served.communicate(timeout=60)
    assert served.returncode == 0, wrong
    assert said.endswith("Gestopt.\n")
    assert "Traceback" not in wrong


def test_without_work_mail_waits(installed):
    there = len(installed.files())
    with serving(installed, "--no-work"):
        installed.write(1, 2)
        time.sleep(2)
    assert len(installed.files()) == there
