"""How the site writes the tables people take along: the shell says what, the tabular gateway knows how."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO

from wortel.gateways import tabular
from wortel.shell.exports import Export

_KEEP_IN_MEMORY = 2_000_000
_SHEET_NAME_LENGTH = 31


def csv(export: Export) -> Iterator[bytes]:
    """The table as UTF-8 CSV, streaming."""
    return tabular.write_csv(export.rows, export.columns)


def xlsx(export: Export) -> IO[bytes]:
    """The table as a workbook with a sheet of notes, in a temporary file that is gone once it is sent."""
    file = tempfile.SpooledTemporaryFile(max_size=_KEEP_IN_MEMORY)  # noqa: SIM115 - the response closes it
    about = tabular.About(
        title=export.title,
        created=export.made_at,
        sources=export.sources,
        remarks=export.remarks,
        fictional=export.fictional,
    )
    sheet = tabular.Sheet(export.name[:_SHEET_NAME_LENGTH], export.columns, export.rows)
    tabular.write_xlsx(file, [sheet], about)
    file.seek(0)
    return file
