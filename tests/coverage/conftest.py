"""The real territory, read once."""

from __future__ import annotations

import pytest

from wortel.shell.places import reference_folder
from wortel.territory.domain.timeline import Timeline
from wortel.territory.tables import read_timeline


@pytest.fixture(scope="session")
def timeline() -> Timeline:
    return read_timeline(reference_folder() / "territory")
