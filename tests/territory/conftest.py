"""The real tables, read once for all tests about territory."""

from __future__ import annotations

from pathlib import Path

import pytest

from wortel.territory.domain.schematic import Schema
from wortel.territory.domain.statistics import Statistics
from wortel.territory.domain.timeline import Timeline
from wortel.territory.tables import read_statistics, read_timeline

TABLES = Path(__file__).parents[2] / "data" / "territory"


@pytest.fixture(scope="session")
def tables() -> Path:
    return TABLES


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    return read_timeline(TABLES)


@pytest.fixture(scope="session")
def statistics(timeline: Timeline) -> Statistics:
    return read_statistics(TABLES, timeline.register)


@pytest.fixture(scope="session")
def schema(timeline: Timeline) -> Schema:
    return Schema.of(timeline.localities.by_part.values())
