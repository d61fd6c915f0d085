"""The table that came with this version, read once: it cannot change while the process runs."""

from __future__ import annotations

from functools import cache

from wortel.shell.places import reference_folder
from wortel.terms.domain.reading import parse_terms
from wortel.terms.domain.terms import Terms


@cache
def terms() -> Terms:
    """Every concept and its words. Raises `TermsUnreadable` when a file is damaged."""
    files = sorted((reference_folder() / "terms").glob("*.toml"))
    return parse_terms(file.read_text(encoding="utf-8") for file in files)
