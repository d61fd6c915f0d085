"""Every cell of docs/permissions.md, asked for real: each person of the cast at each address, by GET and by POST."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.shortcuts import resolve_url
from the_cast import COLUMNS, Visitor
from the_routes import address, routes
from the_table import CELLS, Row, rows
from the_world import SECRETS, World

TABLE = rows()
ROUTES = routes()
NOTEBOOKS = ("django_session", "trail_", "people_note", "wortel_cache", "RELEASE", "SAVEPOINT")
"""Where a refusal may be noted: the session, the shared counters and the trail."""


def test_every_address_has_its_row_and_every_row_its_address() -> None:
    keys = [row.key for row in TABLE]
    assert sorted(set(ROUTES) - {row.route for row in TABLE}) == [], "no row says who may open these"
    assert sorted({row.route for row in TABLE} - set(ROUTES)) == [], "these rows speak of an address that is not there"
    assert len(keys) == len(set(keys)), "an address has two rows"


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_a_row_has_a_known_word_for_every_person(row: Row) -> None:
    assert tuple(row.cells) == COLUMNS
    assert set(row.cells.values()) <= set(CELLS)


@pytest.mark.django_db
@pytest.mark.parametrize("row", TABLE, ids=str)
def test_everyone_gets_what_the_row_says(row: Row, world: World) -> None:
    if row.route not in ROUTES:
        pytest.fail("this row speaks of an address that is not there")
    path = address(row.key, ROUTES[row.route], world.filled)
    got = {column: _asked(world.cast[column], row, path, expected) for column, expected in row.cells.items()}
    assert got == row.cells


def _asked(visitor: Visitor, row: Row, path: str, expected: str) -> str:
    """What this person gets there; the world is put back afterwards, whatever they did."""
    wrote: list[str] = []
    with transaction.atomic():
        with connection.execute_wrapper(_note_writes(wrote)):
            answer = visitor.ask(row.method, path)
        transaction.set_rollback(True)
    found = _word_for(answer, row.method)
    if found != "ja" or expected != "ja":
        assert wrote == [], f"{visitor.part.column} is refused, and yet something was written"
    text = _text_of(answer)
    told = [secret for secret, readers in SECRETS.items() if secret in text and visitor.part.column not in readers]
    assert told == [], f"{visitor.part.column} reads what is not theirs"
    return found


def _word_for(answer: Any, method: str) -> str:
    """The word of the table for an answer; an answer that has none is given as its status."""
    status, where = answer.status_code, answer.headers.get("Location", "")
    if status in {301, 302, 303} and where.startswith(resolve_url(settings.LOGIN_URL) + "?next="):
        return "aanmelden"
    if status == 403:
        return "tweede stap" if "tweede stap" in _text_of(answer) else "nee"
    if status == 404:
        return "verborgen"
    fine = {200, 301, 302, 303} if method == "GET" else {200, 302, 303, 409, 410, 422}
    return "ja" if status in fine else str(status)


def _text_of(answer: Any) -> str:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return str(body.decode("utf-8", errors="replace"))


def _note_writes(wrote: list[str]) -> Any:
    def note(execute: Any, sql: str, parameters: Any, many: bool, context: Any) -> Any:
        words = sql.split(maxsplit=4)
        if words[0].upper() in {"INSERT", "UPDATE", "DELETE"} and not any(name in sql[:80] for name in NOTEBOOKS):
            wrote.append(sql[:80])
        return execute(sql, parameters, many, context)

    return note
