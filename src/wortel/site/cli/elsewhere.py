"""Runs a command of wortel where the environment names another installation."""

from __future__ import annotations

import os
import subprocess
import sys

AGAIN = "import sys; from wortel.site.cli.main import main; main(sys.argv[1:])"


def run_elsewhere(place: str, arguments: list[str], *, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """`place` is a folder or a database address. With `quiet`, what it says is kept instead of shown."""
    there = {"DATABASE_URL": place} if "://" in place else {"WORTEL_DATA": place, "DATABASE_URL": ""}
    return subprocess.run(  # noqa: S603  (this program itself)
        [sys.executable, "-c", AGAIN, *arguments],
        env={**os.environ, **there},
        check=False,
        text=True,
        capture_output=quiet,
    )
