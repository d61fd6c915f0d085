"""A first pass over the raw bytes of a text file: which encoding, which line ends, nothing that chokes a reader."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from wortel.gateways.tabular.limits import Limits
from wortel.gateways.tabular.refusal import FileRefused, Note, Place

CHUNK_BYTES = 1 << 18
_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


@dataclass(frozen=True, slots=True)
class TextForm:
    """How the text is written down: an encoding Python knows, and what to tell about it."""

    encoding: str
    notes: tuple[Note, ...]


def scan_text(stream: BinaryIO, limits: Limits) -> TextForm:
    """Reads the whole stream in chunks and leaves it at 0.

    UTF-8 (with or without BOM) and UTF-16 with BOM are taken as they are; anything else is Windows-1252.
    Raises `FileRefused`: a NUL, a line that is too long, bytes of neither encoding, or both encodings mixed.
    """
    start = stream.read(4)
    stream.seek(0)
    wide = start[:2] in _WIDE and not start.startswith(codecs.BOM_UTF32_LE)
    lines = _Lines(limits, utf8=wide or start.startswith(codecs.BOM_UTF8))
    for several in _split(_as_utf8(stream) if wide else _chunks(stream), limits):
        lines.see(several)
    stream.seek(0)
    if wide:
        return TextForm("utf-16", (Note.of("utf_16"), *lines.notes()))
    if lines.foreign:
        return TextForm("cp1252", (Note.of("windows_1252"), *lines.notes()))
    return TextForm("utf-8-sig", lines.notes())


class _Lines:
    """What the lines seen so far tell about encoding and line ends."""

    def __init__(self, limits: Limits, utf8: bool) -> None:
        self.number = 0
        self.foreign = 0
        self._unicode = int(utf8)
        self._ends: set[bytes] = set()
        self._limits = limits

    def see(self, lines: list[bytes]) -> None:
        """Looks at the next lines; together first, for most files hold nothing strange."""
        block = b"".join(lines)
        if block.isascii() and b"\x00" not in block and max(map(len, lines)) <= self._limits.max_line_bytes:
            self._count(len(lines))
            self._see_ends(block)
            return
        for line in lines:
            self._count(1)
            self._see_one(line)

    def _count(self, lines: int) -> None:
        self.number += lines
        if self.number > self._limits.max_lines:
            raise FileRefused("too_many_lines", limit=self._limits.max_lines)

    def _see_ends(self, text: bytes) -> None:
        pairs = text.count(b"\r\n")
        counted = {b"\r\n": pairs, b"\n": text.count(b"\n") - pairs, b"\r": text.count(b"\r") - pairs}
        self._ends.update(end for end, count in counted.items() if count)

    def _see_one(self, line: bytes) -> None:
        if b"\x00" in line:
            raise FileRefused("nul", Place(line=self.number))
        if len(line) > self._limits.max_line_bytes:
            raise FileRefused("line_too_long", Place(line=self.number), limit=self._limits.max_line_bytes)
        self._see_ends(line)
        if not line.isascii():
            self._weigh(line)

    def _weigh(self, line: bytes) -> None:
        try:
            line.decode("utf-8")
            self._unicode = self._unicode or self.number
        except UnicodeDecodeError:
            self.foreign = self.foreign or self.number
            self._refuse_undefined(line)
        if self._unicode and self.foreign:
            raise FileRefused("mixed_encoding", Place(line=self.number))

    def _refuse_undefined(self, line: bytes) -> None:
        try:
            line.decode("cp1252")
        except UnicodeDecodeError as error:
            raise FileRefused("undecodable", Place(line=self.number)) from error

    def notes(self) -> tuple[Note, ...]:
        if self._ends == {b"\r"}:
            return (Note.of("line_ends_cr"),)
        return (Note.of("line_ends_mixed"),) if len(self._ends) > 1 else ()


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    while chunk := stream.read(CHUNK_BYTES):
        yield chunk


def _as_utf8(stream: BinaryIO) -> Iterator[bytes]:
    line = 1
    decoder = codecs.getincrementaldecoder("utf-16")()
    try:
        for chunk in _chunks(stream):
            text = decoder.decode(chunk)
            yield text.encode("utf-8")
            line += text.count("\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        line += error.object[: error.start].decode(error.encoding).count("\n")
        raise FileRefused("undecodable", Place(line=line)) from error


def _split(chunks: Iterator[bytes], limits: Limits) -> Iterator[list[bytes]]:
    """The whole lines of each chunk, ends included.

    The last piece waits for the next chunk: it may be half a line or half a CR LF.
    """
    rest = bytearray()
    number = 1
    for chunk in chunks:
        rest += chunk
        *whole, last = bytes(rest).splitlines(keepends=True) or [b""]
        if whole:
            yield whole
        number += len(whole)
        if len(last) > limits.max_line_bytes:
            raise FileRefused("line_too_long", Place(line=number), limit=limits.max_line_bytes)
        rest = bytearray(last)
    if rest:
        yield [bytes(rest)]
