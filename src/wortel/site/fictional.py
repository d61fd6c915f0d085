"""Whether this installation holds anything made up: then every page, print and export says so."""

from __future__ import annotations

from wortel.actors import public as actors
from wortel.coverage import public as coverage


def holds_fictional() -> bool:
    """True as soon as one actor or one piece of evidence is fictional."""
    return coverage.holds_fictional() or actors.holds_fictional()
