"""On what the figures were measured."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
import time
from pathlib import Path

from benchmarks.child import ROOT


def described(server_url: str) -> dict[str, str]:
    """Name and value of everything about this machine that moves the figures."""
    pace = [_loop() for _ in range(5)]
    found = {
        "processor": _processor(),
        "cores": str(os.cpu_count() or "unknown"),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "django": _version("django"),
        "commit": _git("log", "-1", "--format=%h of %cs") or "unknown",
        "load before the run": f"{os.getloadavg()[0]:.2f}",
        "a plain loop of 5 million steps": f"{min(pace):.2f}–{max(pace):.2f} s",
    }
    if server_url:
        found["postgresql"] = _server(server_url)
    return found


def _loop() -> float:
    """Seconds of processor time for a loop in plain Python: tells a slow machine from slow code."""
    began = time.process_time()
    sum(number * number for number in range(5_000_000))
    return time.process_time() - began


def commit_date() -> str:
    """The day of the last commit, for a document that does not change with the day it is made; else empty."""
    return _git("log", "-1", "--format=%cs")


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory() -> str:
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (OSError, ValueError):
        return "unknown"
    return f"{size / 2**30:.1f} GiB"


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def _server(url: str) -> str:
    import psycopg

    with psycopg.connect(url) as server:
        row = server.execute("SHOW server_version").fetchone()
    return str(row[0]) if row else "unknown"


def _git(*arguments: str) -> str:
    try:
        done = subprocess.run(("git", *arguments), cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
