"""docs/asvs.csv: every requirement of level 1 and 2 has one line, and what it points at is there."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATES = {"met", "not applicable", "open", "host"}
LEVELS = {"1": 70, "2": 183}
"""How many requirements ASVS 5.0.0 has at each of the two levels (its own machine-readable list)."""


def lines() -> list[list[str]]:
    with (ROOT / "docs" / "asvs.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_every_requirement_has_one_line() -> None:
    found = lines()
    assert Counter(level for _, level, *_ in found) == LEVELS
    assert len({requirement for requirement, *_ in found}) == len(found)
    assert not [
        requirement for requirement, *_ in found if not re.fullmatch(r"V\d{1,2}\.\d{1,2}\.\d{1,2}", requirement)
    ]


def test_every_line_says_how_it_stands_and_where_to_look() -> None:
    for requirement, _, state, says, evidence in lines():
        assert state in STATES, requirement
        assert says, requirement
        assert evidence or state != "met", f"{requirement} is called met, and points at nothing"
        assert not evidence or (ROOT / evidence).exists(), f"{requirement} points at {evidence}, which is not there"
