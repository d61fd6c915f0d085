"""How long a command takes before it answers, and how soon a second start serves its first page."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request

from benchmarks.child import ROOT, WORTEL, ChildFailed, run
from benchmarks.installations import Grounds, Installation
from benchmarks.measuring import Figure, not_measured

PATIENCE = 300.0


def measure(grounds: Grounds, repeats: int, *, with_demo: bool) -> list[Figure]:
    """Figures of the command line's start, and of the demo's first and second start if asked."""
    place = grounds.copy("starts")
    commands = {
        "start_help": ("--help",),
        "start_territory": ("territory", "successors", "44001", "--on", "2025-01-01", "--json"),
        "start_setup_again": ("setup",),
    }
    figures = []
    for key, arguments in commands.items():
        runs = [run((*WORTEL, *arguments), place.surroundings) for _ in range(repeats + 1)][1:]
        figures.append(Figure(key, "s", tuple(r.wall for r in runs), tuple(r.cpu for r in runs), "empty installation"))
    grounds.remove(place)
    return [*figures, *(_demo(grounds, repeats) if with_demo else [])]


def _demo(grounds: Grounds, repeats: int) -> list[Figure]:
    place = grounds.copy("demo")
    try:
        first = _start_demo(place)
        later = tuple(_start_demo(place) for _ in range(repeats))
    except ChildFailed as failed:
        return [not_measured("demo_first", str(failed), "s"), not_measured("demo_second", str(failed), "s")]
    finally:
        grounds.remove(place)
    return [Figure("demo_first", "s", (first,), size="size M"), Figure("demo_second", "s", later, size="size M")]


def _start_demo(place: Installation) -> float:
    """Seconds from the command to the first page of the demo. Raises `ChildFailed`."""
    port = _free_port()
    began = time.perf_counter()
    log = place.folder / "demo.log"
    with log.open("w", encoding="utf-8") as out:
        process = subprocess.Popen(
            (*WORTEL, "demo", "--port", str(port)),
            cwd=ROOT, env=place.surroundings, stdout=out, stderr=out, start_new_session=True,
        )  # fmt: skip
        try:
            while not _answers(port):
                if process.poll() is not None:
                    raise ChildFailed(f"wortel demo: {log.read_text(encoding='utf-8').strip()[-200:]}")
                if time.perf_counter() - began > PATIENCE:
                    raise ChildFailed("wortel demo: no page in time")
                time.sleep(0.02)
            return time.perf_counter() - began
        finally:
            _stop(process)


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _stop(process: subprocess.Popen[bytes]) -> None:
    """Ends the server and all it started, before the next one asks for its place."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
