"""Many writers at once: every entry gets its own number, none is left out, and the chain is whole."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction

if __name__ == "__main__":  # as a program of its own, on a database in a file
    from wortel.site.cli.main import open_django

    open_django()

from wortel.trail.models import Entry
from wortel.trail.public import By, leave, verify_chain

AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
WRITERS, EACH = 8, 15


def write(writer: int) -> list[int]:
    """Some entries, each in a transaction of its own; every third one is given up."""
    try:
        return [number for nth in range(EACH) if (number := _one(writer, nth))]
    finally:
        connection.close()


def _one(writer: int, nth: int) -> int | None:
    with transaction.atomic():
        number = leave(By.work("test"), "actor.changed", f"actor:{writer}", at=AT, after={"nth": nth})
        is_given_up = nth % 3 == 2
        transaction.set_rollback(is_given_up)
    return None if is_given_up else number


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="the threads would share one connection: see below")
def test_writers_at_once_leave_no_gap() -> None:
    expect_no_gap()


def test_writers_at_once_leave_no_gap_in_a_file(tmp_path: Path) -> None:
    surroundings = {"PATH": os.environ["PATH"], "WORTEL_DATA": str(tmp_path), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, __file__], env=surroundings, check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr


def expect_no_gap() -> None:
    with ThreadPoolExecutor(WRITERS) as pool:
        given = sorted(number for numbers in pool.map(write, range(WRITERS)) for number in numbers)
    assert given == list(range(1, WRITERS * EACH * 2 // 3 + 1))
    assert Entry.objects.count() == len(given)
    assert verify_chain().is_whole


if __name__ == "__main__":
    call_command("migrate", "trail", verbosity=0)
    expect_no_gap()
