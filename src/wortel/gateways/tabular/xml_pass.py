"""XML read as a stream of pieces, without the tricks a document may play on its reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.parsers import expat

from wortel.gateways.tabular.refusal import FileRefused

Attributes = dict[str, str]


def pass_over(
    chunks: Iterator[bytes],
    start: Callable[[str, Attributes], None],
    text: Callable[[str], None] | None = None,
) -> Iterator[bytes]:
    """Hands each opening tag and text to the callbacks, and gives the bytes on unchanged.

    Names come as written, with a prefix if there is one. Raises `FileRefused` for a document type (so no entity
    can be declared) and `ExpatError` for XML that is broken.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_document_type
    if text is not None:
        parser.CharacterDataHandler = text
    for chunk in chunks:
        parser.Parse(chunk)
        yield chunk
    parser.Parse(b"", True)  # noqa: FBT003 - the parser takes it by position only


def element_pass(chunks: Iterator[bytes]) -> Iterator[tuple[str, Attributes]]:
    """The opening tags of a small document, names without their prefix."""
    seen: list[tuple[str, Attributes]] = []
    for _ in pass_over(chunks, lambda name, attributes: seen.append((local(name), attributes))):
        yield from seen
        seen.clear()
    yield from seen


def local(name: str) -> str:
    """The name of a tag without its prefix."""
    return name.rpartition(":")[2]


def _refuse_document_type(*_: object) -> None:
    raise FileRefused("damaged_xlsx")
