"""What may go with needs and offers: the pairs that stand already, and the shares that areas were promised."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wortel.gateways.tabular import FileRefused, Row
from wortel.matching.public import Standing
from wortel.site.matching_files import MatchingFileRefused, opened, refuse_missing

STATES = ("accepted", "proposed")


def read_standing(path: Path) -> list[Standing]:
    """The pairs in a file with need, offer, state, and maybe week. Raises `MatchingFileRefused`."""
    found: dict[tuple[str, str], Standing] = {}
    for row in _rows(path, ("need", "offer", "state")):
        need, offer, state = (row.cells[name].strip() for name in ("need", "offer", "state"))
        if not need or not offer:
            raise MatchingFileRefused(f"{path.name}, rij {row.number}: vul need en offer in.")
        if (need, offer) in found:
            raise MatchingFileRefused(f"{path.name}, rij {row.number}: het paar {need}, {offer} staat er twee keer in.")
        if state == "accepted":
            found[need, offer] = Standing(need, offer, "accepted", _week(path, row))
        elif state == "proposed":
            found[need, offer] = Standing(need, offer, "proposed")
        else:
            raise MatchingFileRefused(
                f"{path.name}, rij {row.number}, kolom state: '{state}' is geen stand. Kies uit {', '.join(STATES)}."
            )
    return list(found.values())


def _week(path: Path, row: Row) -> int | None:
    """The week in which it was accepted; `None` when the file does not say."""
    text = row.cells.get("week", "").strip()
    try:
        return int(text) if text else None
    except ValueError as wrong:
        where = f"{path.name}, rij {row.number}, kolom week"
        raise MatchingFileRefused(f"{where}: '{text}' is geen geheel getal. Laat leeg wat je niet weet.") from wrong


def read_floors(path: Path) -> dict[str, float]:
    """The share per area in a file with area, share. Raises `MatchingFileRefused`."""
    found: dict[str, float] = {}
    for row in _rows(path, ("area", "share")):
        area, text = row.cells["area"].strip(), row.cells["share"].strip()
        try:
            share = float(text)
        except ValueError:
            share = -1.0
        if not area or area in found:
            raise MatchingFileRefused(f"{path.name}, rij {row.number}: geef elk gebied (area) één keer.")
        if not 0 <= share <= 1:
            where = f"{path.name}, rij {row.number}, kolom share"
            raise MatchingFileRefused(f"{where}: '{text}' is geen deel van 0 tot 1. Schrijf bijvoorbeeld 0.5.")
        found[area] = share
    return found


def _rows(path: Path, names: tuple[str, ...]) -> Iterator[Row]:
    with opened(path) as table:
        refuse_missing(path, table, names)
        try:
            for row in table:
                if row.problems:
                    raise MatchingFileRefused(f"{path.name}: {row.problems[0].sentence}")
                yield row
        except FileRefused as refused:
            raise MatchingFileRefused(f"{path.name}: {refused.sentence}") from refused
