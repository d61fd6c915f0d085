"""Taking a dirty file in with the installed command: first time, same file again, dry run; time and memory."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.child import WORTEL, Ran, run
from benchmarks.installations import Grounds, Installation
from benchmarks.measuring import Figure

BESIDE = 3


def measure(grounds: Grounds, file: Path, rows: int, repeats: int) -> list[Figure]:
    """Figures of the dry run, the import and the import of the same file again, each in a process of its own.

    Every repeat starts from an empty installation; what the command says it did is checked. Only the import has a bar:
    the other two are done `BESIDE` times at most.
    """
    done: dict[str, list[Ran]] = {"dry_run": [], "import": [], "import_again": []}
    for turn in range(repeats):
        place = grounds.copy(f"import-{rows}-{turn}")
        for key, flags in (("dry_run", ["--dry-run"]), ("import", []), ("import_again", [])):
            if key == "import" or turn < BESIDE:
                done[key].append(_take_in(place, file, flags, expected=key, rows=rows))
        grounds.remove(place)
    size = f"{rows:,} rows"
    figures = [
        Figure(key, "s", tuple(ran.wall for ran in runs), tuple(ran.cpu for ran in runs), size)
        for key, runs in done.items()
    ]
    peaks = tuple(ran.peak_mb for ran in done["import"])
    again = tuple(ran.peak_mb for ran in done["import_again"])
    memory = {"import_memory": peaks, "import_again_memory": again}
    return [*figures, *(Figure(key, "MB", samples, (), size) for key, samples in memory.items())]


def _take_in(place: Installation, file: Path, flags: list[str], *, expected: str, rows: int) -> Ran:
    command = (*WORTEL, "import", "actors", str(file), "--source", "meting", "--skip-bad-rows", "--json", *flags)
    ran = run(command, place.surroundings)
    counts = json.loads(ran.printed)["counts"]
    known = "unchanged" if expected == "import_again" else "added"
    if counts["rows"] != rows or counts[known] < 0.95 * rows:
        raise AssertionError(f"{expected}: the import did not do what is measured: {counts}")
    return ran
