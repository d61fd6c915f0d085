"""Runs a command on a throwaway PostgreSQL cluster, and stops and removes the cluster whatever happens.

    python scripts/with_postgres.py COMMAND…

The cluster lives in a temporary folder, speaks through a socket in that folder only, and runs as a user without
rights when this is run by root (PostgreSQL refuses root). The command gets `DATABASE_URL`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.parse
from pathlib import Path
from types import FrameType
from typing import Any

# A cluster that is thrown away needs no safety on disk.
SPEED = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"


def main(command: list[str]) -> int:
    """The exit status is that of the command; 2 when there is no server on this machine or it does not start."""
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL staat niet op deze machine: de tests op PostgreSQL zijn NIET uitgevoerd.")
        print("Op Debian: sudo apt-get install postgresql")
        return 2
    signal.signal(signal.SIGTERM, stop_politely)
    owner = cluster_owner()
    folder = Path(tempfile.mkdtemp(prefix="wortel-pg-"))
    try:
        if owner:
            os.chown(folder, int(owner["user"]), int(owner["group"]))
        start(binaries, folder, owner)
        socket = urllib.parse.quote(str(folder), safe="")
        surroundings = {**os.environ, "DATABASE_URL": f"postgres://wortel@{socket}/postgres"}
        return subprocess.run(command, check=False, env=surroundings).returncode
    except subprocess.CalledProcessError as error:
        print(f"PostgreSQL wil niet starten: {(error.stderr or error.stdout or '').strip()}")
        return 2
    finally:
        stop(binaries, folder, owner)
        shutil.rmtree(folder, ignore_errors=True)


def find_binaries() -> Path | None:
    """The folder of the newest server on this machine: Debian keeps them out of PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    on_path = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    for folder in (*debian, *on_path):
        if all((folder / name).exists() for name in ("initdb", "pg_ctl", "postgres")):
            return folder
    return None


def cluster_owner() -> dict[str, Any]:
    """How to start a process as another user than root; empty when we are not root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        try:
            user = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    return {}


def start(binaries: Path, folder: Path, owner: dict[str, Any]) -> None:
    """Makes the cluster and waits until it answers. Raises `subprocess.CalledProcessError`."""
    data = str(folder / "data")
    settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' {SPEED}"
    initdb = ["initdb", "-D", data, "-U", "wortel", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    pg_ctl = ["pg_ctl", "-D", data, "-w", "-t", "60", "-o", settings, "-l", str(folder / "log"), "start"]
    for program, *arguments in (initdb, pg_ctl):
        # stderr to a file, not a pipe: the server would inherit the pipe and hold it open.
        with (folder / "output").open("w+", encoding="utf-8") as output:
            done = subprocess.run(
                [str(binaries / program), *arguments], check=False, cwd=folder, stdout=output, stderr=output, **owner
            )
            output.seek(0)
            if done.returncode:
                raise subprocess.CalledProcessError(done.returncode, program, stderr=output.read())


def stop(binaries: Path, folder: Path, owner: dict[str, Any]) -> None:
    """Stops the cluster at once; nothing in it is worth waiting for."""
    if (folder / "data" / "postmaster.pid").exists():
        command = [str(binaries / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "-w", "stop"]
        subprocess.run(command, check=False, cwd=folder, capture_output=True, **owner)


def stop_politely(number: int, _frame: FrameType | None) -> None:
    """Turns a request to stop into an exception, so that `finally` runs."""
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
