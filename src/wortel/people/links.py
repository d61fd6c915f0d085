"""The signed link of an invitation: proof that it was made here. How long it holds stands with the invitation."""

from __future__ import annotations

from wortel.shell.signed_refs import SignedRefs

INVITATION_LINKS = SignedRefs("wortel.people.invitation")
