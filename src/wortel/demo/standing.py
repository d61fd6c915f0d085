"""Which demo world is in the database: told by the names of the files that were taken in."""

from __future__ import annotations

import re
from functools import cache

from wortel.demo.domain.registers import EARLIER, GENERAL, LATER, LEISURE, YOUTH
from wortel.demo.domain.size import Size
from wortel.demo.domain.statements import SOURCE
from wortel.demo.domain.towns import WORLD_DAY
from wortel.demo.parts import fingerprint
from wortel.intake.public import fictional_files
from wortel.shell.places import reference_folder

FILES = (
    (YOUTH, EARLIER.year),
    (GENERAL, LATER.year),
    (YOUTH, LATER.year),
    (LEISURE, LATER.year),
    (SOURCE, WORLD_DAY.year),
)
"""Sources and years of the files that a whole world consists of."""
OURS = frozenset(source for source, _ in FILES)
"""What invented organisations say of themselves comes on top, and leaves the world as whole as it was."""

_WORLD = re.compile(r"-(?P<size>[SML])-(?P<seed>\d+)-[0-9a-f]{8}\.csv\Z")


def file_name(source: str, year: int, size: Size, seed: int) -> str:
    """Says which world the file is of and which generator made it, so that a finished world is recognised."""
    return f"{source}-{year}-{size}-{seed}-{_generator()}.csv"


def standing_world() -> tuple[Size, int] | None:
    """Size and seed of the world that stands whole and alone, made by this version of the generator. One query."""
    files = {(source, name) for source, name in fictional_files() if source in OURS}
    found = next((match for _, name in sorted(files) if (match := _WORLD.search(name))), None)
    if found is None:
        return None
    size, seed = Size(found["size"]), int(found["seed"])
    whole = {(source, file_name(source, year, size, seed)) for source, year in FILES}
    return (size, seed) if files == whole else None


@cache
def _generator() -> str:
    folder = reference_folder()
    return fingerprint(folder / "demo", folder / "territory")[:8]
