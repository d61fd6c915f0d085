"""The real territory, indexed for actors; and rows that go in as an import would bring them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from wortel.actors.domain.whereabouts import Whereabouts
from wortel.intake.public import Outcome, Request, name_source, take_in
from wortel.shell.places import reference_folder
from wortel.territory.tables import read_timeline
from wortel.trail.public import By

BY = By.command("tests")

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@dataclass
class Row:
    number: int
    cells: Mapping[str, str]
    problems: Sequence[object] = ()


@dataclass
class Rows:
    header: Sequence[str]
    rows: Sequence[Mapping[str, str]]
    notes: Sequence[object] = ()

    def __iter__(self) -> Iterator[Row]:
        whole = ({name: cells.get(name, "") for name in self.header} for cells in self.rows)
        return (Row(number, cells) for number, cells in enumerate(whole, start=2))


@pytest.fixture(scope="session")
def where() -> Whereabouts:
    return Whereabouts.of(read_timeline(reference_folder() / "territory"))


@pytest.fixture
def bring() -> Callable[..., Outcome]:
    """Takes in rows for a source: `bring("register", {"key": "1", "name": "…"}, …)`."""
    from wortel.actors.public import ActorAdapter

    def bring(source: str, *rows: Mapping[str, str], is_fictional: bool = False) -> Outcome:
        header = list(dict.fromkeys(name for cells in rows for name in cells))
        request = Request(
            name_source(BY, source, is_fictional=is_fictional, at=AT), f"{source}.csv", "0", accept_loss=True
        )
        return take_in(BY, request, ActorAdapter(AT.date()), lambda: nullcontext(Rows(header, rows)), AT)

    return bring
