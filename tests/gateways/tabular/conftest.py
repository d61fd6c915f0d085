"""Files made on the spot, and what the reader says of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from wortel.gateways.tabular import DEFAULT, FileRefused, Limits, Row, open_table

Put = Callable[..., Path]
Refuse = Callable[..., FileRefused]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    def put(content: bytes, name: str = "tabel.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return put


@pytest.fixture
def rows(put: Put) -> Callable[..., list[Row]]:
    def rows(content: bytes, name: str = "tabel.csv") -> list[Row]:
        with open_table(put(content, name)) as table:
            return list(table)

    return rows


@pytest.fixture
def refused(put: Put) -> Refuse:
    """Reads to the end and gives the refusal; every sentence must be one whole, filled-in Dutch sentence."""

    def refused(content: bytes, name: str = "tabel.csv", limits: Limits = DEFAULT) -> FileRefused:
        with pytest.raises(FileRefused) as caught, open_table(put(content, name), limits=limits) as table:
            list(table)
        sentence = caught.value.sentence
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "  " not in sentence
        assert len(sentence) < 300
        return caught.value

    return refused


@pytest.fixture
def package() -> Callable[..., bytes]:
    """An XLSX by hand: the sheet's XML, shared strings, and parts to add or replace."""

    def package(sheet_data: str, shared: str = "", after: str = "", extra: dict[str, bytes] | None = None) -> bytes:
        main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        packaged = "http://schemas.openxmlformats.org/package/2006/relationships"
        parts = {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{packaged}"><Relationship Id="r1" Type="{office}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{packaged}"><Relationship Id="rId1"'
            f' Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet_data}</sheetData>{after}'
            "</worksheet>",
        }
        content = {name: text.encode() for name, text in parts.items()} | (extra or {})
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
            for name, part in content.items():
                target.writestr(name, part)
        return buffer.getvalue()

    return package
