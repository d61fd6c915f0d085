"""What holds for every table and every broken file."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.gateways.tabular import FileRefused, Sheet, open_table, write_csv, write_xlsx
from wortel.gateways.tabular.csv_writing import neutral

# Line ends come back as line feeds and control characters are left out: neither is written here.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t"), max_size=30)
TABLE = st.integers(1, 6).flatmap(lambda width: st.lists(st.lists(TEXT, min_size=width, max_size=width), max_size=6))


def read(content: bytes) -> list[list[str]]:
    with tempfile.NamedTemporaryFile(suffix=".csv") as file:
        file.write(content)
        file.flush()
        with open_table(Path(file.name)) as table:
            found = list(table)
    assert not any(row.problems for row in found)
    return [list(row.cells.values()) for row in found]


def names(rows: Sequence[Sequence[str]]) -> list[str]:
    return [f"kolom {place}" for place in range(len(rows[0]))]


def filled(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [list(row) for row in rows if any(row)]


@settings(deadline=None, max_examples=150)
@given(TABLE, st.sampled_from(",;\t|"), st.booleans())
def test_csv_comes_back_as_it_was_written(rows: list[list[str]], separator: str, bom: bool) -> None:
    kept = filled(rows)
    if kept:
        content = b"".join(write_csv(rows, names(rows), separator=separator, bom=bom))
        assert read(content) == [[neutral(cell) for cell in row] for row in kept]


@settings(deadline=None, max_examples=100)
@given(TABLE)
def test_xlsx_comes_back_as_it_was_written(rows: list[list[str]]) -> None:
    kept = filled(rows)
    if kept:
        buffer = io.BytesIO()
        write_xlsx(buffer, [Sheet("Blad", names(rows), rows)])
        assert read(buffer.getvalue()) == kept


def sample_csv() -> bytes:
    rows = [[f"naam {number}", "é;'\"x", "regel\nbreuk", str(number)] for number in range(20)]
    return b"".join(write_csv(rows, ["a", "b", "c", "d"]))


def sample_xlsx() -> bytes:
    buffer = io.BytesIO()
    write_xlsx(buffer, [Sheet("Blad", ["a", "b", "c"], [[f"naam {n}", n, True] for n in range(20)])])
    return buffer.getvalue()


def with_part(part: str, content: bytes) -> bytes:
    """The sample with one part replaced, its sums right, so that the damage reaches the XML readers."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(XLSX)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return buffer.getvalue()


CSV, XLSX = sample_csv(), sample_xlsx()
FLIPS = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), max_size=12)


def survives(content: bytes) -> None:
    """Anything but `FileRefused` ends the test."""
    with tempfile.NamedTemporaryFile() as file, suppress(FileRefused):
        file.write(content)
        file.flush()
        with open_table(Path(file.name)) as table:
            for row in table:
                assert set(row.cells) == set(table.header)


def mutated(content: bytes, flips: list[tuple[int, int]], cut: int, doubled: int) -> bytes:
    changed = bytearray(content)
    for place, value in flips:
        changed[place % len(changed)] = value
    keep = len(changed) - cut if cut < len(changed) else len(changed)
    return bytes(changed[:keep] + changed[:doubled])


@settings(deadline=None, max_examples=300)
@given(FLIPS, st.just(0) | st.integers(0, len(CSV)), st.just(0) | st.integers(0, 500))
def test_a_damaged_csv_is_read_or_refused(flips: list[tuple[int, int]], cut: int, doubled: int) -> None:
    survives(mutated(CSV, flips, cut, doubled))


@settings(deadline=None, max_examples=300)
@given(FLIPS, st.just(0) | st.integers(0, len(XLSX)), st.just(0) | st.integers(0, 500))
def test_a_damaged_xlsx_is_read_or_refused(flips: list[tuple[int, int]], cut: int, doubled: int) -> None:
    survives(mutated(XLSX, flips, cut, doubled))


PARTS = [
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/styles.xml",
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels",
]


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(PARTS), FLIPS, st.just(0) | st.integers(0, 2000))
def test_damaged_xml_is_read_or_refused(part: str, flips: list[tuple[int, int]], cut: int) -> None:
    with zipfile.ZipFile(io.BytesIO(XLSX)) as whole:
        content = whole.read(part)
    digits = [(place, ord("0") + value % 75) for place, value in flips]
    survives(with_part(part, mutated(content, digits, cut, 0)))
