"""Who may see and erase personal data: everyone their own."""

from __future__ import annotations

from wortel.kernel.verdict import Verdict
from wortel.people.public import Caller


def may_see_own_data(caller: Caller) -> Verdict:
    """Whoever is signed in."""
    return Verdict.no("privacy.sign_in") if caller.is_stranger else Verdict.yes("privacy.own")
