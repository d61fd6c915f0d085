"""`python -m drills`: kills, races, copies and nonsense, counted. `make drill` runs all of it and writes docs/trust.md.

python -m drills crash --engine sqlite --kills 200
python -m drills crash --engine sqlite --kills 20 --fault no-transaction     (must find half writes)
python -m drills all
"""

from __future__ import annotations

import argparse
import json
import sys

from drills import ground
from drills.parts import PARTS


def main(arguments: list[str]) -> int:
    """0 when every part that was asked showed what it had to show; 1 when not; 2 when it could not be run."""
    asked = _parser().parse_args(arguments)
    if asked.part == "all":
        from drills.figures import run_all

        return run_all(quick=asked.quick)
    if not asked.here:
        return ground.elsewhere(asked.engine, arguments)
    found, is_shown = PARTS[asked.part](asked)
    print(json.dumps({"part": asked.part, "engine": asked.engine, "fault": asked.fault, **found, "shown": is_shown}))
    return 0 if is_shown else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m drills", description=__doc__)
    parser.add_argument("part", choices=(*PARTS, "all"))
    parser.add_argument("--engine", choices=ground.ENGINES, default="sqlite")
    parser.add_argument("--kills", type=int, default=200, help="crash: how many writers are killed")
    parser.add_argument("--clients", type=int, default=50, help="concurrency: how many edit the same record")
    parser.add_argument("--requests", type=int, default=10_000, help="fuzz: how many requests at least")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fault", default="", help="spoils it on purpose; the drill must then find what is lost")
    parser.add_argument("--quick", action="store_true", help="all: small numbers, writes no document")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
