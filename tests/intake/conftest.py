"""A table in memory and the plainest adapter there is: what the intake promises, whatever the room."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from wortel.intake.models import Record
from wortel.intake.public import Field, Outcome, Request, RowRefused, Statement, name_source, take_in
from wortel.kernel.reason import Reason
from wortel.trail.public import By

BY = By.command("tests")

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass
class MemoryRow:
    number: int
    cells: Mapping[str, str]
    problems: Sequence[Any] = ()


@dataclass
class MemoryTable:
    header: Sequence[str]
    rows: list[MemoryRow]
    notes: Sequence[Any] = ()

    def __iter__(self) -> Iterator[MemoryRow]:
        return iter(self.rows)


@dataclass
class ShoutingAdapter:
    """Takes (key, name); refuses a name with '!', repairs one with spaces around it; shows names in capitals."""

    kind: str = "actors"
    fields: Sequence[Field] = (
        Field("key", "Sleutel", ("id",), required=True),
        Field("name", "Naam", (), required=True),
    )
    shown: dict[str, str] = field(default_factory=dict)
    finished: int = 0

    def read(self, cells: Mapping[str, str]) -> Statement:
        name = cells["name"].strip()
        if "!" in name:
            raise RowRefused(("name", Reason.of("shout")), key=cells["key"])
        repairs = (("name", Reason.of("trimmed")),) if name != cells["name"] else ()
        return Statement(cells["key"], {"name": name}, repairs)

    def assign(self, records: Sequence[Record], at: datetime) -> None:
        for record in records:
            record.subject = f"thing-{record.key}"

    def project(self, subjects: Sequence[str], at: datetime) -> None:
        for subject in subjects:
            self.shown.pop(subject, None)
        for record in Record.objects.filter(subject__in=subjects, ended_by=None):
            self.shown[record.subject] = record.values["name"].upper()

    def finish(self, at: datetime) -> None:
        self.finished += 1

    def say(self, reason: Reason) -> str:
        return f"gezegd: {reason.key}"


@pytest.fixture
def adapter() -> ShoutingAdapter:
    return ShoutingAdapter()


@pytest.fixture
def bring(db: None, adapter: ShoutingAdapter) -> Callable[..., Outcome]:
    """Takes rows of (key, name) in, as one file of the source 'lijst'."""

    def take(*rows: tuple[str, str], header: tuple[str, str] = ("id", "naam"), **options: Any) -> Outcome:
        @contextmanager
        def open_table() -> Iterator[MemoryTable]:
            cells = [MemoryRow(place, dict(zip(header, row, strict=True))) for place, row in enumerate(rows, start=2)]
            yield MemoryTable(header, cells)

        source = name_source(BY, "lijst", at=AT)
        return take_in(BY, Request(source, "lijst.csv", "0" * 64, **options), adapter, open_table, AT)

    return take
