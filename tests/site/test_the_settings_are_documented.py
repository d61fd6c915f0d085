"""The table of docs/operations.md is the table the program reads, and every variable that is read stands in it."""

from __future__ import annotations

import re
from pathlib import Path

from wortel.site.config import documented
from wortel.site.variables import VARIABLES

ROOT = Path(__file__).parents[2]


def test_the_table_in_the_docs_is_that_of_the_program() -> None:
    assert documented() in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8"), "wortel config --markdown"


def test_every_variable_the_source_reads_stands_in_the_table() -> None:
    read = {
        name
        for path in (ROOT / "src").rglob("*.py")
        for name in re.findall(
            r"(?:environ(?:\.get\(|\[)|config\.\w+\()\"(WORTEL_\w+|DATABASE_URL)\"", path.read_text(encoding="utf-8")
        )
    }
    assert read <= set(VARIABLES)
    assert len(read) > 10


def test_every_variable_in_the_table_is_read_somewhere() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    assert [name for name in VARIABLES if not name.startswith("WORTEL_LIMIT_") and source.count(f'"{name}"') < 2] == []
