"""The day and the instant are arguments; one module reads the clock."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

READS = {
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
    ("timezone", "now"),
    ("time", "time"),
    ("time", "time_ns"),
}
# These turn a given instant into local time; called with nothing, they read the clock.
READS_WHEN_EMPTY = {("timezone", "localdate"), ("timezone", "localtime")}


def test_only_the_clock_reads_the_clock(modules: Mapping[str, ast.Module]) -> None:
    readers = {
        f"{name}:{line}" for name, tree in modules.items() if name != "shell/clock.py" for line in clock_readings(tree)
    }
    assert readers == set()


def test_a_reading_is_found_when_there_is_one() -> None:
    assert list(clock_readings(ast.parse("import datetime\nx = datetime.date.today()"))) == [2]


def clock_readings(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        reads = isinstance(node, ast.Attribute) and named(node) in READS
        if reads or (isinstance(node, ast.Call) and named(node.func) in READS_WHEN_EMPTY and not node.args):
            yield node.lineno


def named(node: ast.expr) -> tuple[str, str]:
    if not isinstance(node, ast.Attribute):
        return ("", "")
    owner = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
    return (owner, node.attr)
