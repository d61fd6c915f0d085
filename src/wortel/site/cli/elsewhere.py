"""Runs a command of wortel where the environment names another installation."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import NoReturn

AGAIN = "import sys; from wortel.site.cli.main import main; main(sys.argv[1:])"


def run_elsewhere(place: str, arguments: list[str], *, quiet: bool = False) -> subprocess.CompletedProcess[str]:
    """`place` is a folder or a database address. With `quiet`, what it says is kept instead of shown."""
    return subprocess.run(  # noqa: S603  (this program itself)
        [sys.executable, "-c", AGAIN, *arguments],
        env=_there(place),
        check=False,
        text=True,
        capture_output=quiet,
    )


def go_elsewhere(place: str, arguments: list[str]) -> NoReturn:
    """This process becomes that command, so that who stops it stops the work itself."""
    sys.stdout.flush()
    os.execve(sys.executable, [sys.executable, "-c", AGAIN, *arguments], _there(place))  # noqa: S606  (this program)


def _there(place: str) -> dict[str, str]:
    named = {"DATABASE_URL": place} if "://" in place else {"WORTEL_DATA": place, "DATABASE_URL": ""}
    return {**os.environ, **named}
