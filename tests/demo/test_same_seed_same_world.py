from __future__ import annotations

import os
import subprocess
import sys

from wortel.demo.domain.size import Size

SCRIPT = """
from wortel.demo.domain.size import Size
from wortel.demo.domain.world import Ground, make_world
from wortel.demo.parts import read_parts
from wortel.shell.places import reference_folder
from wortel.territory.reference import statistics, timeline
parts = read_parts(reference_folder() / "demo")
print(make_world(Size.M, 7, Ground(timeline(), statistics(), parts, {})).fingerprint())
"""


def fingerprint_in_a_process_of_its_own(hash_seed: str) -> str:
    surroundings = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=surroundings, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_same_seed_gives_the_same_bytes_whatever_the_order_of_sets() -> None:
    assert fingerprint_in_a_process_of_its_own("1") == fingerprint_in_a_process_of_its_own("2")


def test_another_seed_gives_another_world(world) -> None:
    assert world(Size.S, 1).fingerprint() != world(Size.S, 2).fingerprint()


def test_no_two_rows_of_one_file_have_the_same_key(flanders) -> None:
    files = [edition.rows for edition in flanders.editions] + [flanders.evidence]
    for rows in files:
        assert len({row.key for row in rows}) == len(rows)
