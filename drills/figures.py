"""Runs every part of the drill, and writes the figures into docs/trust.md between its two marks."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from typing import Any

from drills import ground

DOCUMENT = ground.ROOT / "docs" / "trust.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
Figures = Mapping[str, Any]

FULL: tuple[tuple[str, ...], ...] = (
    ("crash", "--kills", "200"),
    ("crash", "--kills", "20", "--fault", "no-transaction"),
    ("crash", "--kills", "20", "--fault", "early-word"),
    ("concurrency", "--clients", "50"),
    ("concurrency", "--clients", "50", "--fault", "no-version-check"),
    ("backup",),
)
ONCE: tuple[tuple[str, ...], ...] = (("fuzz", "--requests", "10000"),)
QUICK = (("crash", "--kills", "5"), ("concurrency", "--clients", "10"))


def run_all(*, quick: bool) -> int:
    """0 when all parts showed what they had to show. The quick way prints and writes no document."""
    lines: list[tuple[str, Figures]] = []
    failed = False
    runs = [(engine, words) for engine in ground.ENGINES for words in (QUICK if quick else FULL)]
    for engine, words in [*runs, *(("sqlite", words) for words in (() if quick else ONCE))]:
        command = f"python -m drills {' '.join(words)} --engine {engine}"
        print(command, file=sys.stderr, flush=True)
        status, found = _run([*words, "--engine", engine])
        if found is None:
            failed |= status != 2
            lines.append((command, {"part": words[0], "engine": engine, "not_run": status}))
            continue
        failed |= status != 0
        lines.append((command, found))
    text = table(lines)
    if quick:
        print(text)
    else:
        write(text)
    return int(failed)


def _run(words: list[str]) -> tuple[int, Figures | None]:
    done = subprocess.run(
        [sys.executable, "-m", "drills", *words], capture_output=True, text=True, check=False, cwd=ground.ROOT
    )
    last = done.stdout.strip().splitlines()[-1:] or [""]
    return done.returncode, json.loads(last[0]) if last[0].startswith("{") else None


def table(lines: list[tuple[str, Figures]]) -> str:
    """The figures for people: what was counted, and the command that counts it again."""
    rows = [f"| {words} | {found['engine']} | {said} | `{command}` |" for command, found in lines
            for words, said in [_told(found)]]  # fmt: skip
    return "\n".join((*_machine(), "", "| drill | engine | found | again |", "|---|---|---|---|", *rows))


def write(text: str) -> None:
    """Puts the text between the marks of docs/trust.md."""
    before, _, rest = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    DOCUMENT.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


def _told(found: Figures) -> tuple[str, str]:
    names = {"crash": "kills", "concurrency": "50 at once", "backup": "backup under load", "fuzz": "nonsense"}
    title = names[found["part"]]
    if found.get("fault"):
        title = f"control: {title} with {found['fault']}"
    if "not_run" in found:
        return title, "not run: no PostgreSQL here" if found["not_run"] == 2 else f"failed ({found['not_run']})"
    verdict = "shown" if found["shown"] else "**not shown**"
    return title, f"{verdict}: {SAY[found['part']](found)}"


def _crash(it: Figures) -> str:
    return (
        f"{it['kills']} kills in {it['seconds']} s, {it['acknowledged']} acknowledged, {it['lost']} lost, "
        f"{it['half']} half, {it['chain_faults']} faults in the chain, {it['mails']} mails handed over, "
        f"{it['mails_never_sent']} never, {it['mails_under_two_keys']} under two keys"
    )


def _concurrency(it: Figures) -> str:
    return (
        f"{it['clients']} clients, {it['accepted']} versions accepted, {it['refused']} refused and tried again, "
        f"version {it['final_version']} at the end, {it['lost']} lost, {it['errors']} errors, {it['seconds']} s"
    )


def _backup(it: Figures) -> str:
    return (
        f"{it['before']} acknowledged before, {it['missing']} of them missing, {it['restored']} restored whole, "
        f"{it['half']} half, {it['chain_faults']} faults in the chain, "
        f"{it['differences_at_rest']} differences at rest; "
        f"backup {it['backup_seconds']} s, restore {it['restore_seconds']} s"
    )


def _fuzz(it: Figures) -> str:
    return (
        f"{it['requests']:,} requests ({it['page_requests']:,} pages, {it['form_requests']:,} forms, "
        f"{it['api_requests']:,} API), {it['server_errors']} failures of ours, "
        f"{it['scripts_given_back']} scripts given back, {it['seconds']} s"
    )


SAY = {"crash": _crash, "concurrency": _concurrency, "backup": _backup, "fuzz": _fuzz}


def _machine() -> Iterator[str]:
    commit = subprocess.run(
        ["git", "log", "-1", "--format=%h of %cs"], capture_output=True, text=True, check=False, cwd=ground.ROOT
    )
    yield (
        f"Run on {time.strftime('%Y-%m-%d', time.gmtime())}: {os.cpu_count()} cores, {platform.system()}, "
        f"Python {platform.python_version()}, commit {commit.stdout.strip() or 'unknown'}, "
        f"load {os.getloadavg()[0]:.1f} at the end."
    )
