"""The trail at the command line: whether its chain holds."""

from __future__ import annotations

import gc
from collections.abc import Iterator

from wortel.site.cli.findings import Finding, good, wrong
from wortel.trail.public import missing_guards, say_checked, verify_chain


def check_trail() -> Iterator[Finding]:
    """Whether every entry is as it was written, and whether the database refuses to change them."""
    # Millions of short-lived values and no circle among them: looking for circles costs a tenth.
    gc.disable()
    try:
        checked = verify_chain()
    finally:
        gc.enable()
    found = wrong if checked.broken else good
    yield found("trail", say_checked(checked))
    if missing_guards():
        yield wrong("trail_guards", "De databank laat toe dat het logboek gewijzigd wordt. Doe: wortel setup")
