"""The signed link in the mail of a claim: proof that who claims can read mail at the address given."""

from __future__ import annotations

from datetime import timedelta

from wortel.shell.signed_refs import SignedRefs

VALID_FOR = timedelta(days=7)
"""How long a link works, counted from the claim itself: a link is never renewed."""
CLAIM_LINKS = SignedRefs("wortel.organisations.claim")
