"""A process that fills one installation: statements through coverage's own action, actors through the real intake.

python -m benchmarks.build_world '{"evidence": 20000, "actors": 1000, "seed": 1}'
"""

from __future__ import annotations

import json
import sys
import time
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from wortel.site.cli.main import open_django

BUILT_AT = datetime(2026, 1, 15, 12, tzinfo=UTC)


def main(asked: dict[str, Any]) -> dict[str, Any]:
    """What was made and how long each part took."""
    from django.db import connection

    began = time.perf_counter()
    kept = _evidence(asked["evidence"], asked["seed"])
    evidence_seconds = time.perf_counter() - began
    began = time.perf_counter()
    _rebuild()
    rebuild_seconds = time.perf_counter() - began
    began = time.perf_counter()
    actors = _actors(asked["actors"], asked["seed"])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return {
        "evidence": kept,
        "evidence_seconds": evidence_seconds,
        "rebuild_seconds": rebuild_seconds,
        "actors": actors,
        "actors_seconds": time.perf_counter() - began,
    }


def _by() -> Any:
    from wortel.trail.public import By

    return By.command("benchmarks")


def _evidence(total: int, seed: int) -> int:
    from benchmarks.evidence_rows import drafts
    from wortel.coverage.public import keep_evidence

    return keep_evidence(_by(), drafts(total, seed), BUILT_AT)


def _rebuild() -> None:
    from wortel.coverage.public import rebuild_every_tally

    rebuild_every_tally(_by(), BUILT_AT)


def _actors(total: int, seed: int) -> int:
    from benchmarks.actor_rows import write_rows
    from benchmarks.sizes import ROWS_PER_ACTOR
    from wortel.actors.models import Actor
    from wortel.gateways.tabular import open_table
    from wortel.intake.public import Request, name_source, take_in
    from wortel.shell.places import data_folder
    from wortel.site.adapters import adapter_for

    file = Path(data_folder()) / "actoren.csv"
    write_rows(file, int(total * ROWS_PER_ACTOR), seed)
    source = name_source(_by(), "meting", at=BUILT_AT, title="Meting (fictief)", is_fictional=True)
    request = Request(source, file.name, "0" * 64, skip_bad_rows=True)
    take_in(_by(), request, adapter_for("actors", BUILT_AT.date()), partial(open_table, file), BUILT_AT)
    return Actor.objects.count()


if __name__ == "__main__":
    open_django()
    print(json.dumps(main(json.loads(sys.argv[1]))))
