"""Runs a command in a process of its own and says what it cost: time, processor time, and memory at its highest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
WORTEL = (sys.executable, "-c", "from wortel.site.cli.main import main; main()")
PAGE_KB = 1024 if sys.platform != "darwin" else 1024 * 1024


class ChildFailed(RuntimeError):
    """The command ended otherwise than with 0; the message holds its last words."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a finished command cost, in seconds and megabytes, and what it printed."""

    wall: float
    cpu: float
    peak_mb: float
    printed: str


def run(command: Sequence[str], surroundings: Mapping[str, str], *, allowed: Sequence[int] = (0,)) -> Ran:
    """Runs to the end. Raises `ChildFailed`. Memory is the resident set at its highest, as the kernel kept it."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.TemporaryFile("w+", encoding="utf-8") as err:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=err, cwd=ROOT, env=dict(surroundings))
        try:
            _, status, usage = os.wait4(process.pid, 0)
        except BaseException:
            process.kill()
            raise
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        for stream in (out, err):
            stream.seek(0)
        printed, complaint = out.read(), err.read()
    if process.returncode not in allowed:
        raise ChildFailed(f"{' '.join(command[-4:])}: {(complaint or printed).strip()[-600:]}")
    return Ran(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / PAGE_KB, printed)


def run_module(module: str, arguments: Mapping[str, Any], surroundings: Mapping[str, str]) -> Any:
    """Runs `python -m benchmarks.<module>` with the arguments as JSON; gives what it prints on its last line."""
    done = run((sys.executable, "-m", f"benchmarks.{module}", json.dumps(arguments)), surroundings)
    return json.loads(done.printed.strip().splitlines()[-1])
