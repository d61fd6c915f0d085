"""The signed link in the mail: proof that who sent a reply can read mail at the address given."""

from __future__ import annotations

from datetime import timedelta

from wortel.shell.signed_refs import SignedRefs

REPLY_LINKS = SignedRefs("wortel.replies", timedelta(days=7))
