"""The numbers of one row, from whatever columns they stand in; and a key for a row that brings none."""

from __future__ import annotations

import hashlib

from wortel.actors.domain.cells import Cells
from wortel.actors.domain.identifiers import (
    ESTABLISHMENT,
    KBO,
    NIS,
    OVO,
    ROR,
    SCHOOL,
    UITDATABANK,
    WIKIDATA,
    ReadIdentifier,
    parse_identifiers,
    read_identifier,
    remarks_of,
)
from wortel.actors.domain.kinds import KIND_OF
from wortel.actors.domain.statement import ActorStatement, SaidIdentifier
from wortel.actors.domain.web import domain_identifier
from wortel.kernel.text import folded

KEY_LENGTH = 200
_COLUMNS = (KBO, ESTABLISHMENT, OVO, SCHOOL, ROR, WIKIDATA, UITDATABANK)
"""Schemes that may have a column of their own; the field has the name of the scheme."""


def read_identifiers(cells: Cells, website: str, body: str) -> tuple[SaidIdentifier, ...]:
    """Every number of the row once, with what was mended noted at its column.

    `website` brings its host; `body` is the code of the municipality or province the row is about, else empty.
    """
    found: list[ReadIdentifier] = []
    together = parse_identifiers(cells.text("identifiers", 5000, lines=True))
    for remark in remarks_of(together):
        cells.mended("identifiers", remark)
    found += together
    for scheme in _COLUMNS:
        if cells.has(scheme):
            read = read_identifier(scheme, cells.text(scheme, 200))
            for remark in remarks_of(read):
                cells.mended(scheme, remark)
            found += read
    host = domain_identifier(website)
    found += [host] if host else []
    found += [ReadIdentifier(NIS, body, body, is_valid=True)] if body else []
    first_of: dict[tuple[str, str], ReadIdentifier] = {}
    for read_one in found:
        first_of.setdefault((read_one.scheme, read_one.value), read_one)
    return tuple(SaidIdentifier(it.scheme, it.value, it.raw, it.is_valid) for it in first_of.values())


def own_key(cells: Cells, statement: ActorStatement) -> str:
    """A key for a row that has none: its school and site number, its own number, else its name and place.

    The enterprise number of a school is that of a board with many schools: it makes no key.
    """
    site = cells.text("site_number", 40)
    numbers = {said.scheme: said.value for said in statement.identifiers if said.is_valid}
    if SCHOOL in numbers:
        return f"school:{numbers[SCHOOL]}-{site or statement.postcode or statement.place}"[:KEY_LENGTH]
    if not KIND_OF[statement.kind].is_school:
        for scheme in (ESTABLISHMENT, KBO, OVO, ROR, UITDATABANK):
            if scheme in numbers:
                return f"{scheme}:{numbers[scheme]}"
    words = "|".join(map(folded, (statement.name, statement.postcode, statement.place, statement.street)))
    return f"naam:{hashlib.sha256(words.encode()).hexdigest()[:20]}"
