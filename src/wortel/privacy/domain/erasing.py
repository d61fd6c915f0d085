"""Whether someone can be erased: not while something would be left without anyone to look after it."""

from __future__ import annotations

from collections.abc import Sequence

from wortel.kernel.verdict import Verdict


def may_be_erased(
    *, sole_administrator_of: Sequence[str], is_sole_platform_administrator: bool, is_invented: bool = False
) -> Verdict:
    """`sole_administrator_of` names the organisations nobody else administers; who is invented stays for the next."""
    if is_invented:
        return Verdict.no("privacy.invented")
    if sole_administrator_of:
        return Verdict.no("privacy.sole_administrator", names=tuple(sole_administrator_of))
    if is_sole_platform_administrator:
        return Verdict.no("privacy.sole_platform_administrator")
    return Verdict.yes("privacy.free")
