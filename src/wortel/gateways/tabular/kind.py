"""What a file is, told from its first bytes and never from its name alone."""

from __future__ import annotations

import re
from typing import BinaryIO

from wortel.gateways.tabular.refusal import FileRefused

HEAD_BYTES = 8192
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = {
    b"\x89PNG": "PNG-afbeelding",
    b"\xff\xd8\xff": "JPEG-afbeelding",
    b"GIF8": "GIF-afbeelding",
    b"RIFF": "beeld of geluid",
    b"%PDF": "PDF",
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"Rar!": "RAR",
    b"SQLite format 3\x00": "SQLite",
    b"PAR1": "Parquet",
    b"{\\rtf": "RTF",
    b"\x7fELF": "programma",
}
_HTML = re.compile(rb"<(!doctype|html|head|body|table|!--)", re.IGNORECASE)
_JSON = re.compile(rb'(\{\s*["}]|\[\s*[\[{"\]\d-])')


def is_workbook(stream: BinaryIO) -> bool:
    """Whether the file is a zip (and so perhaps an XLSX) rather than text.

    Raises `FileRefused` for what is surely neither: old Excel, pictures, PDF, HTML, JSON. Leaves the stream at 0.
    """
    head = stream.read(HEAD_BYTES)
    if head.startswith(_ZIP):
        stream.seek(0)
        return True
    if head.startswith(_OLE):
        raise FileRefused("password" if _holds_encrypted_package(stream, head) else "old_excel")
    for magic, kind in _BINARY.items():
        if head.startswith(magic):
            raise FileRefused("binary", kind=kind)
    _refuse_markup(head.removeprefix(b"\xef\xbb\xbf").lstrip())
    stream.seek(0)
    return False


def _refuse_markup(text: bytes) -> None:
    if _HTML.match(text):
        raise FileRefused("markup", kind="een webpagina (HTML)")
    if text.startswith(b"<?xml"):
        raise FileRefused("markup", kind="XML")
    if _JSON.match(text):
        raise FileRefused("markup", kind="JSON")


def _holds_encrypted_package(stream: BinaryIO, head: bytes) -> bool:
    """An XLSX with a password is an OLE file with a stream of this name in its directory."""
    name = "EncryptedPackage".encode("utf-16-le")
    before = head
    while before:
        chunk = stream.read(1 << 20)
        if name in before + chunk:
            return True
        before = chunk
    return False
