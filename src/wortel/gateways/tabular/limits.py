"""How big a table file may be before it is refused."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Upper bounds, each inclusive: a file that is exactly as big as the bound is still read."""

    max_bytes: int = 200_000_000
    """Size of the file on disk, in bytes."""
    max_columns: int = 200
    """Columns with something in them."""
    max_rows: int = 2_000_000
    """Rows after the header, empty ones included."""
    max_cell: int = 20_000
    """Characters in one cell."""
    max_line_bytes: int = 11_000_000
    """Bytes between two line ends of a CSV: enough to say in which cell ten megabytes stand."""
    max_lines: int = 5_000_000
    """Line ends in a CSV: more than `max_rows`, for cells of several lines."""
    max_record: int = 11_000_000
    """Characters of one CSV row, over all lines it takes: what an unclosed quote may swallow."""
    max_zip_entries: int = 2_000
    """Files inside an XLSX."""
    max_unpacked_bytes: int = 250_000_000
    """Size of all files inside an XLSX together, unpacked, in bytes."""
    max_zip_ratio: int = 200
    """Unpacked size divided by packed size of one file inside an XLSX; only asked above `ratio_from_bytes`."""
    ratio_from_bytes: int = 1_000_000
    """Unpacked size, in bytes, from which `max_zip_ratio` counts: small files of spaces do no harm."""
    max_sheet_cells: int = 5_000_000
    """Rows times columns of the used area of an XLSX sheet, which is held in memory (32 bytes each)."""
    max_sheet_text: int = 100_000_000
    """Characters of all cells of an XLSX sheet together, a text that many cells share counted in each."""
    max_sheets: int = 500
    """Sheets in an XLSX."""


DEFAULT = Limits()
