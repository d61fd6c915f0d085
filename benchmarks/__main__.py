"""`python -m benchmarks`: builds three worlds, measures them, writes docs/benchmarks.md. See `--help`."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from benchmarks import imports, machine, matchings, starts, trails
from benchmarks.child import ROOT, ChildFailed, run_module
from benchmarks.installations import Grounds, Installation, grounds
from benchmarks.measuring import Figure
from benchmarks.report import document
from benchmarks.sizes import FULL, QUICK, Plan

SEED = 1
Figures = dict[str, dict[str, Figure]]


def main(arguments: list[str] | None = None) -> int:
    """0 when the document was written, whatever its verdicts; 1 when something could not be measured at all."""
    asked = _parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the worlds are taken away then too
    plan = QUICK if asked.quick else FULL
    server = os.environ.get("DATABASE_URL", "")
    about = machine.described(server)
    began = time.monotonic()
    try:
        with (
            tempfile.TemporaryDirectory(prefix="wortel-bench-", dir=asked.folder) as folder,
            grounds(Path(folder), server) as ground,
        ):
            figures, found = _measure(plan, ground, only=set(asked.only))
    except ChildFailed as failed:
        print(f"Measuring stopped: {failed}", file=sys.stderr)
        return 1
    text = document(asked.date or machine.commit_date() or "unknown", about, plan, figures, found)
    out = asked.out or (None if plan.is_quick or asked.only else ROOT / "docs" / "benchmarks.md")
    if out is None:
        print(text)
    else:
        out.write_text(text, encoding="utf-8")
        _say(f"Written: {out}", began)
    _say(f"Done in {time.monotonic() - began:.0f} s.", began)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small worlds, to try it out; writes no document")
    parser.add_argument(
        "--only", action="append", default=[], choices=("pages", "signed-in", "imports", "starts", "trail", "matching")
    )
    parser.add_argument("--date", help="the day to print; without it the day of the last commit")
    parser.add_argument("--out", type=Path, help="where to write instead of docs/benchmarks.md")
    parser.add_argument("--folder", type=Path, help="where to make the worlds (about 3 GB); without it the usual temp")
    return parser


def _measure(  # noqa: C901  (one branch a part)
    plan: Plan, ground: Grounds, only: set[str]
) -> tuple[Figures, dict[str, Any]]:
    began = time.monotonic()
    figures: Figures = {size.name: {} for size in plan.sizes}
    found: dict[str, Any] = {"built": {}, "pages": {size.name: [] for size in plan.sizes}, "broken": []}
    if not only or only & {"pages", "signed-in"}:
        _say("Building three worlds …", began)
        worlds = _worlds(plan, ground, found)
        for size in plan.sizes:
            _say(f"Asking the world of {size.name} for its pages …", began)
            if not only or "pages" in only:
                _keep(figures[size.name], _pages(plan, worlds[size.name], size, found))
            _keep(figures[size.name], _signed_in(plan, worlds[size.name], size))
            ground.remove(worlds[size.name])
    if not only or "imports" in only:
        for size in plan.sizes:
            _say(f"Taking in {size.import_rows:,} rows …", began)
            file = ground.folder / f"actoren-{size.import_rows}.csv"
            run_module("make_file", {"path": str(file), "rows": size.import_rows, "seed": SEED}, _plain(ground))
            repeats = plan.import_repeats if size is plan.full else plan.small_import_repeats
            _keep(figures[size.name], imports.measure(ground, file, size.import_rows, repeats))
    if not only or "starts" in only:
        _say("Starting commands …", began)
        _keep(figures[plan.full.name], starts.measure(ground, plan.start_repeats, with_demo=not plan.is_quick))
    if not only or "trail" in only:
        for size in plan.sizes:
            _say(f"Following a trail of {size.evidence:,} entries …", began)
            _keep(figures[size.name], trails.measure(ground, size.evidence, 1 if plan.is_quick else 5))
    if not only or "matching" in only:
        for size in plan.sizes:
            _say(f"Matching {size.matching:,} needs with as many offers …", began)
            repeats = 1 if plan.is_quick else 5
            found_here = matchings.measure(ground.folder, size.matching, repeats, with_peer=size is plan.full)
            _keep(figures[size.name], found_here)
    return figures, found


def _pages(plan: Plan, world: Installation, size: Any, found: dict[str, Any]) -> list[Figure]:
    asked = {"size": size.name, "repeats": plan.page_repeats, "questions": plan.questions, "seed": SEED}
    probed = run_module("probe", asked, world.surroundings)
    found["pages"][size.name], found["broken"] = probed["pages"], probed["broken"]
    return [Figure.from_json(one) for one in probed["figures"]]


def _signed_in(plan: Plan, world: Installation, size: Any) -> list[Figure]:
    """What being signed in costs over the same page for a stranger."""
    found = run_module("signed_in", {"size": size.name, "repeats": 2 * plan.page_repeats}, world.surroundings)
    return [Figure.from_json(one) for one in found["figures"]]


def _worlds(plan: Plan, ground: Grounds, found: dict[str, Any]) -> dict[str, Installation]:
    """The worlds, built side by side: nothing is timed against a bar meanwhile."""
    places = {size.name: ground.copy(f"world-{nth}") for nth, size in enumerate(plan.sizes)}

    def build(size: Any) -> tuple[str, Any]:
        asked = {"evidence": size.evidence, "actors": size.actors, "seed": SEED}
        return size.name, run_module("build_world", asked, places[size.name].surroundings)

    with ThreadPoolExecutor(max_workers=min(2, os.cpu_count() or 1)) as workers:
        found["built"] = dict(workers.map(build, reversed(plan.sizes)))
    return places


def _plain(ground: Grounds) -> dict[str, str]:
    return ground.template.surroundings


def _keep(kept: dict[str, Figure], figures: list[Figure]) -> None:
    kept.update((figure.key, figure) for figure in figures)


def _say(sentence: str, began: float) -> None:
    print(f"[{time.monotonic() - began:5.0f} s] {sentence}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
