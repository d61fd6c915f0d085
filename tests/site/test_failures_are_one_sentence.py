"""Whatever goes wrong at the command line is one Dutch sentence that says the way out, never a traceback."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import click
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, ProgrammingError

from wortel.site.cli.failures import sentence_of
from wortel.site.cli.serve import _server


@pytest.mark.parametrize(
    ("surroundings", "words"),
    [
        ({"DATABASE_URL": "mysql://iemand@ergens/iets"}, "DATABASE_URL is geen adres dat wortel kent"),
        ({"DATABASE_URL": "zomaar iets"}, "DATABASE_URL is geen adres dat wortel kent"),
        ({"DATABASE_URL": "postgres://"}, "DATABASE_URL is geen adres dat wortel kent"),
        ({"WORTEL_SMTP_PORT": "abc"}, "WORTEL_SMTP_PORT is ‘abc’, en dat kan niet. Schrijf een getal"),
        ({"WORTEL_LOG": "luid"}, "WORTEL_LOG is ‘luid’, en dat kan niet. Kies DEBUG"),
        ({"DATABASE_URL": "postgres://iemand@127.0.0.1:9/iets"}, "antwoordt niet"),
        ({"WORTEL_MAIL": "nonsens"}, "WORTEL_MAIL is ‘nonsens’, en dat kan niet. Kies file, console of smtp."),
        ({"WORTEL_DATA": "/dev/null/onder"}, "Kies een map waar je mag schrijven"),
        ({"DATABASE_URL": "sqlite:////dev/null/onder/db.sqlite3"}, "kan niet geopend worden"),
    ],
)
def test_a_wrong_surrounding_is_one_sentence(surroundings: dict[str, str], words: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from wortel.site.cli.main import main; main(['setup'])"],
        env={"PATH": "", "WORTEL_DATA": str(tmp_path), **surroundings},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert words in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ImproperlyConfigured("Kies een andere map."), "Kies een andere map."),
        (OperationalError("no such table: territory_municipality"), "wortel setup"),
        (ProgrammingError('relation "territory_municipality" does not exist\nLINE 1: …'), "wortel setup"),
        (OperationalError("database is locked"), "bezet"),
        (OperationalError("database or disk is full"), "schijf is vol"),
        (OperationalError("disk I/O error"), "schijf vol of stuk"),
        (OSError(28, "No space left on device"), "schijf is vol"),
        (OSError(27, "File too large"), "schijf is vol"),
        (FileNotFoundError(2, "No such file", "lijst.csv"), "lijst.csv: dat bestand of die map bestaat niet."),
        (KeyError("nis"), "KeyError"),
    ],
)
def test_every_error_has_a_sentence(error: Exception, words: str) -> None:
    said = sentence_of(error)
    assert words in said
    assert "\n" not in said


def test_a_port_in_use_is_refused_politely() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(click.ClickException, match=f"Poort {port} op 127.0.0.1 is al in gebruik"):
            _server("127.0.0.1", port, 1)
