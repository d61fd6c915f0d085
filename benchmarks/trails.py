"""Following the chain of the trail with the installed command, from the first entry to the last; time and memory."""

from __future__ import annotations

import json

from benchmarks.child import WORTEL, run, run_module
from benchmarks.installations import Grounds
from benchmarks.measuring import Figure


def measure(grounds: Grounds, entries: int, repeats: int) -> list[Figure]:
    """Figures of `wortel check trail`, the whole command, over so many entries that all have details."""
    place = grounds.copy(f"trail-{entries}")
    last = run_module("make_trail", {"entries": entries}, place.surroundings)
    runs = [run((*WORTEL, "check", "trail", "--json"), place.surroundings) for _ in range(repeats + 1)][1:]
    grounds.remove(place)
    for ran in runs:
        findings = json.loads(ran.printed)
        if not all(finding["ok"] for finding in findings) or f"{last:,}".replace(",", ".") not in ran.printed:
            raise AssertionError(f"the check did not follow {last} entries: {findings}")
    size = f"{entries:,} entries"
    return [
        Figure("trail_check", "s", tuple(ran.wall for ran in runs), tuple(ran.cpu for ran in runs), size),
        Figure("trail_check_memory", "MB", tuple(ran.peak_mb for ran in runs), (), size),
    ]
