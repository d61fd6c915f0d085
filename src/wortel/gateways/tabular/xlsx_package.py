"""The zip that an XLSX is: guarded before anything is unpacked, its parts read no further than it declares."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO
from xml.parsers.expat import ExpatError

from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused
from wortel.gateways.tabular.xml_pass import element_pass

CHUNK_BYTES = 1 << 18
NOTES_SHEET = "Toelichting"
"""The sheet that tells about a workbook; a reader passes it over when there is another."""
WORKBOOK = "xl/workbook.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet by the name on its tab and the name of its part in the zip."""

    name: str
    part: str


@contextmanager
def damage_refused() -> Iterator[None]:
    """Turns whatever the zip, XML or spreadsheet readers raise over a broken file into `FileRefused`."""
    try:
        yield
    except (FileRefused, MemoryError):
        raise
    except ExpatError as error:
        raise FileRefused("damaged_xlsx") from error
    except Exception as error:
        raise FileRefused("damaged_xlsx") from error
    except BaseException as error:
        # A panic inside the Rust reader is no Exception, and its class has no importable name.
        if type(error).__name__ == "PanicException":
            raise FileRefused("damaged_xlsx") from error
        raise


class Package:
    """An opened XLSX zip within its limits. Raises `FileRefused` when it is broken, too big or something else."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._limits = limits
        with damage_refused():
            self._zip = zipfile.ZipFile(stream)
            self._entries = _guarded(self._zip.infolist(), limits)
        self._unpacked = 0
        if WORKBOOK not in self._entries:
            raise FileRefused(_other_kind(self._zip, self._entries))

    def parts(self) -> list[str]:
        """The names of the parts that are XML."""
        return [name for name in self._entries if name.lower().endswith((".xml", ".rels"))]

    def chunks(self, part: str) -> Iterator[bytes]:
        """The bytes of a part, piece by piece."""
        if part not in self._entries:
            raise FileRefused("damaged_xlsx")
        with self._zip.open(self._entries[part]) as content:
            while chunk := content.read(CHUNK_BYTES):
                self._unpacked += len(chunk)
                if self._unpacked > 2 * self._limits.max_unpacked_bytes:
                    raise FileRefused("zip_bomb")
                yield chunk

    def sheets(self) -> list[SheetPart]:
        """The worksheets in the order of their tabs; chart sheets are left out."""
        targets = {}
        for name, attributes in element_pass(self.chunks(_RELATIONS)):
            if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
                targets[attributes.get("Id", "")] = _target(attributes.get("Target", ""))
        sheets = []
        for name, attributes in element_pass(self.chunks(WORKBOOK)):
            if name == "sheet":
                relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
                if relation in targets:
                    sheets.append(SheetPart(attributes.get("name", ""), targets[relation]))
        if not sheets or len({sheet.name for sheet in sheets}) != len(sheets):
            raise FileRefused("damaged_xlsx")
        if len(sheets) > self._limits.max_sheets:
            raise FileRefused("too_many_sheets", limit=self._limits.max_sheets)
        return sheets


def _target(target: str) -> str:
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join("xl", target))


def _guarded(entries: list[zipfile.ZipInfo], limits: Limits) -> dict[str, zipfile.ZipInfo]:
    if len(entries) > limits.max_zip_entries or sum(entry.file_size for entry in entries) > limits.max_unpacked_bytes:
        raise FileRefused("zip_bomb")
    for entry in entries:
        if entry.flag_bits & 0x1:
            raise FileRefused("password")
        ratio = entry.file_size / max(entry.compress_size, 1)
        if entry.file_size > limits.ratio_from_bytes and ratio > limits.max_zip_ratio:
            raise FileRefused("zip_bomb")
    named = {entry.filename: entry for entry in entries}
    if len({name.lower() for name in named}) != len(entries):
        raise FileRefused("damaged_xlsx")
    return named


def _other_kind(package: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo]) -> str:
    if "xl/workbook.bin" in entries:
        return "binary_excel"
    if "mimetype" in entries:
        with damage_refused(), package.open("mimetype") as content:
            if content.read(100).startswith(b"application/vnd.oasis.opendocument"):
                return "open_document"
    return "damaged_xlsx" if "[Content_Types].xml" in entries else "other_archive"
