"""The reference tables that came with this version, read once: they cannot change while the process runs."""

from __future__ import annotations

from functools import cache

from wortel.shell.places import reference_folder
from wortel.territory.domain.statistics import Statistics
from wortel.territory.domain.timeline import Timeline
from wortel.territory.tables import read_statistics, read_timeline


@cache
def timeline() -> Timeline:
    """Municipalities through time. Raises `TableUnreadable`, `GazetteerContradicts` when the tables are damaged."""
    return read_timeline(reference_folder() / "territory")


@cache
def statistics() -> Statistics:
    """Inhabitants and pupils of the same tables."""
    return read_statistics(reference_folder() / "territory", timeline().register)
