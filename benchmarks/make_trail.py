"""Lengthens the trail of an installation: python -m benchmarks.make_trail '{"entries": 100000}'.

Entries as the writes of a year leave them, each with details, linked by the product's own functions; written in bulk,
for a million writes one by one would take hours.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from wortel.site.cli.main import open_django

BEGAN_US = 1_780_000_000_000_000
BATCH = 5000


def main(entries: int) -> int:
    """The number of the last entry."""
    from django.db import transaction

    from wortel.trail.models import Head
    from wortel.trail.public import unguarded

    head = Head.objects.get()
    with transaction.atomic(), unguarded():
        rows = _rows(head.number, head.hash, entries)
        while batch := list(islice(rows, BATCH)):
            _insert([row for row, _ in batch], [(row[0], details) for row, details in batch])
            head.number, head.hash = batch[-1][0][0], batch[-1][0][-1]
        head.save()
    return int(head.number)


def _rows(number: int, previous: str, entries: int) -> Iterator[tuple[tuple[Any, ...], str]]:
    from wortel.trail.details import written_details
    from wortel.trail.domain.chain import details_fingerprint, link

    for nth in range(number + 1, number + entries + 1):
        before = {"name": f"Academie {nth}", "website": "", "description": "Wij doen aan techniek met jongeren."}
        after = {**before, "website": f"https://academie{nth}.example.org/", "name": f"STEM-academie {nth}"}
        details = written_details(before, after)
        person, actor = f"{nth % 5003:024x}", f"{nth % 907:010x}"
        cells = (
            nth, BEGAN_US + nth * 31_000_000, "page", person, actor, f"{nth:016x}", "profile.published",
            f"profile:{actor}", actor, "", "", details_fingerprint(details),
        )  # fmt: skip
        previous = link(previous, cells)
        yield (*cells, previous), details


def _insert(entries: list[tuple[Any, ...]], details: list[tuple[int, str]]) -> None:
    from wortel.shell.write_rows import Columns, write_rows
    from wortel.trail.domain.chain import CHAINED
    from wortel.trail.models import Details, Entry

    write_rows(Columns(Entry, (*CHAINED, "hash")), entries)
    write_rows(Columns(Details, ("entry_id", "text")), details)


if __name__ == "__main__":
    open_django()
    print(json.dumps(main(json.loads(sys.argv[1])["entries"])))
