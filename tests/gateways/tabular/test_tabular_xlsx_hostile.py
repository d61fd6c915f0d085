"""XLSX made to hurt: refused before it costs memory or time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from wortel.gateways.tabular import FileRefused, Limits

Refuse = Callable[..., FileRefused]
Package = Callable[..., bytes]
HEADER = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "open_document"),
        ({"xl/workbook.bin": b"x"}, "binary_excel"),
        ({"foto.png": b"x"}, "other_archive"),
        ({}, "other_archive"),
        ({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<d/>"}, "damaged_xlsx"),
        ({f"{number}": b"" for number in range(2_001)}, "zip_bomb"),
    ],
)
def test_refuses_other_archives(refused: Refuse, parts: dict[str, bytes], key: str) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, content in parts.items():
            target.writestr(name, content)
    assert refused(buffer.getvalue(), "tabel.xlsx").problem_key == key


def test_refuses_zip_bombs(refused: Refuse, package: Package) -> None:
    assert refused(package(HEADER, extra={"xl/media/x": b"\0" * 2_000_000})).problem_key == "zip_bomb"
    small = Limits(max_unpacked_bytes=500)
    assert refused(package(HEADER), limits=small).problem_key == "zip_bomb"


def test_a_size_that_lies_does_not_get_past(refused: Refuse, package: Package) -> None:
    """The directory says the sheet is 600 bytes; what follows in it must never be unpacked."""
    content = package(HEADER + " " * 5_000_000 + "<row/>")
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        size = whole.getinfo("xl/worksheets/sheet1.xml").file_size
    lying = content.replace(size.to_bytes(4, "little"), (600).to_bytes(4, "little"))
    assert lying != content
    assert refused(lying).problem_key == "damaged_xlsx"


@pytest.mark.parametrize(
    ("cells", "shared", "key", "place"),
    [
        ('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "", "sheet_too_big", "rij 1 048 576"),
        ('<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "", "damaged_xlsx", ""),
        ('<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>', "", "damaged_xlsx", ""),
        ('<row r="2"><c r="A3"><v>1</v></c></row>', "", "damaged_xlsx", ""),
        ('<row r="2"><c r="XFE2"><v>1</v></c></row>', "", "damaged_xlsx", ""),
        ('<row r="2"><c r="2"><v>1</v></c></row>', "", "damaged_xlsx", ""),
        ('<row r="2"><c r="A2" t="s"><v>7</v></c></row>', "", "damaged_xlsx", ""),
        ('<row r="2"><c r="A2"><v>1</v></row>', "", "damaged_xlsx", ""),
        ('<row r="2"><c r="B2" t="s"><v>0</v></c></row>', "x" * 20_001, "cell_too_long", "rij 2, kolom B"),
        (f'<row r="2"><c r="B2" t="str"><v>{"x" * 20_001}</v></c></row>', "", "cell_too_long", "rij 2, kolom B"),
        (
            f'<row r="2"><c r="A2" t="inlineStr"><is><t>{"x" * 9_000_000}</t></is></c></row>',
            "",
            "cell_too_long",
            "kolom A",
        ),
    ],
)
def test_refuses_sheets_that_would_hurt(
    refused: Refuse, package: Package, cells: str, shared: str, key: str, place: str
) -> None:
    content = package(HEADER + cells, f"<si><t>{shared}</t></si>" if shared else "")
    refusal = refused(content, limits=Limits(max_zip_ratio=100_000))
    assert refusal.problem_key == key
    assert place in str(refusal.where) or place in refusal.sentence or key == "sheet_too_big"


def test_a_text_that_many_cells_share_counts_each_time(refused: Refuse, package: Package) -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(2, 30))
    content = package(HEADER + cells, f"<si><t>{'x' * 15_000}</t></si>")
    assert refused(content, limits=Limits(max_sheet_text=400_000)).problem_key == "sheet_too_big"


def test_refuses_a_document_type(refused: Refuse, package: Package) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    assert refused(package("", extra={"xl/worksheets/sheet1.xml": bomb})).problem_key == "damaged_xlsx"
