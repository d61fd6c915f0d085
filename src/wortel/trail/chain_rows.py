"""The chain as it stands in the database, read in pieces: as much memory for a million entries as for a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from django.db import connection

from wortel.trail.domain.chain import BETWEEN, CHAINED
from wortel.trail.domain.checking import Checked, End, Row, check_chain
from wortel.trail.models import Details, Entry, Head

PIECE = 5000
"""Entries of one question: each piece is read at once, so that details forgotten meanwhile are no break."""


def verify_chain() -> Checked:
    """The whole chain, followed from the first entry to the head. Writers need not wait; what they add is not read."""
    end = chain_end()
    return check_chain(chain_rows(end.last), end)


def chain_end() -> End:
    """Head and last entry in one question, so that no writer comes between."""
    entry, head = _table(Entry), _table(Head)
    sql = (
        f"SELECT (SELECT number FROM {head}), (SELECT hash FROM {head}), "  # noqa: S608  (names of our own tables)
        f"(SELECT MAX(number) FROM {entry})"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        number, fingerprint, last = cursor.fetchone()
    return End(number, fingerprint or "", last or 0)


def chain_rows(last: int) -> Iterator[Row]:
    """Every entry up to number `last`, by number, with the text of its details."""
    return chain.from_iterable(_pieces(last))


def _pieces(last: int) -> Iterator[list[Row]]:
    joined = " || ".join(f"%s || CAST(entry.{connection.ops.quote_name(name)} AS text)" for name in CHAINED)
    sql = (
        f"SELECT entry.number, {joined}, entry.hash, entry.details_hash, details.text FROM {_table(Entry)} entry "  # noqa: S608  (names of our own tables)
        f"LEFT JOIN {_table(Details)} details ON details.entry_id = entry.number "
        "WHERE entry.number > %s AND entry.number <= %s ORDER BY entry.number LIMIT %s"
    )
    read = -(2**63)
    while read < last:
        with connection.cursor() as cursor:
            cursor.execute(sql, [*[BETWEEN] * len(CHAINED), read, last, PIECE])
            piece = cursor.fetchall()
        if not piece:
            return
        yield piece
        read = piece[-1][0]


def _table(model: type[Entry | Details | Head]) -> str:
    return connection.ops.quote_name(model._meta.db_table)
