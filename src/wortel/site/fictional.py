"""Whether this installation holds anything made up: then every page, print and export says so."""

from __future__ import annotations

from wortel.coverage.public import holds_fictional as holds_fictional_evidence


def holds_fictional() -> bool:
    """True as soon as one actor or one piece of evidence is fictional."""
    return holds_fictional_evidence()
