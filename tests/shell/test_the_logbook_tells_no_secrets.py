"""A line of the logbook is one line whatever is in it, names the request, and holds no person."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django.fixtures import Settings

from wortel.shell.logbook import JsonLines, Lines, Numbered
from wortel.shell.visits import number_and_note

Format = Callable[[logging.LogRecord], str]
BOTH = pytest.mark.parametrize("write", [Lines().format, JsonLines().format])
NASTY = "begin\r\n2026-01-01 ERROR nagemaakt\x1b[2J\u2028 einde"


def record(message: str, **extra: object) -> logging.LogRecord:
    made = logging.makeLogRecord({"name": "wortel.proef", "levelname": "ERROR", "msg": message, **extra})
    Numbered().filter(made)
    return made


SAID = "dubbel\nDETAIL:  Key (name)=(Jan Peeters) already exists.\njan@example.org nagemaakt\x1b[2J"


def fail() -> None:
    raise ValueError(SAID)


def failure() -> logging.LogRecord:
    try:
        fail()
    except ValueError:
        return record("Fout", exc_info=sys.exc_info())
    raise AssertionError


@BOTH
def test_nothing_makes_a_line_of_its_own(write: Format) -> None:
    line = write(record(NASTY))
    assert line.isprintable()


@BOTH
def test_mail_and_network_addresses_are_left_out(write: Format) -> None:
    line = write(record("mail aan jan.peeters@example.org van 10.1.2.3 mislukt"))
    assert "example.org" not in line
    assert "10.1.2.3" not in line


@BOTH
def test_a_traceback_repeats_no_row_of_the_database(write: Format) -> None:
    line = write(failure())
    assert "ValueError" in line
    assert "jan@" not in line
    assert "Jan Peeters" not in line
    assert "\x1b" not in line


def test_a_traceback_in_json_stays_on_one_line() -> None:
    line = JsonLines().format(failure())
    assert len(line.splitlines()) == 1
    assert "Traceback" in json.loads(line)["traceback"]


def test_a_traceback_for_people_cannot_look_like_a_line() -> None:
    assert all(row.startswith("    | ") for row in Lines().format(failure()).splitlines()[1:])


def test_what_a_library_hangs_on_a_record_stays_out_of_json() -> None:
    assert "geheim" not in JsonLines().format(record("iets", environ={"WORTEL_SECRET_KEY": "geheim"}))


def test_the_path_of_a_failing_request_is_not_repeated() -> None:
    request = RequestFactory().get("/reacties/bevestig/geheim-token/")
    assert "geheim-token" not in Lines().format(
        record("Internal Server Error: %s", args=(request.path,), request=request)
    )


def test_each_visit_is_one_line_without_its_address(caplog: pytest.LogCaptureFixture, settings: Settings) -> None:
    caplog.set_level(logging.INFO, "wortel.visits")
    request = RequestFactory().get("/gemeenten/zoek?q=jan@example.org")
    answer = number_and_note(lambda _request: HttpResponse(status=404))(request)
    (said,) = caplog.records
    told = json.loads(JsonLines().format(said))
    assert {name: told[name] for name in ("method", "route", "status")} == {
        "method": "GET",
        "route": "none",
        "status": 404,
    }
    assert "zoek" not in json.dumps(told)
    assert answer.headers["X-Request-ID"]


def test_the_line_of_a_visit_carries_its_number(monkeypatch: pytest.MonkeyPatch) -> None:
    lines: list[str] = []

    def page(_request: HttpRequest) -> HttpResponse:
        lines.append(JsonLines().format(record("halverwege")))
        return HttpResponse()

    answer = number_and_note(page)(RequestFactory().get("/"))
    assert json.loads(lines[0])["request_id"] == answer.headers["X-Request-ID"]
