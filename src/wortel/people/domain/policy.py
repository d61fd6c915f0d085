"""How long we wait for people. Our own agreements, no law: change them here, and say so."""

from __future__ import annotations

from datetime import timedelta

from wortel.kernel.citation import Citation

OWN_AGREEMENT = Citation("eigen afspraak", dated="2026-11-22", note="no rule of the government sets these")

INVITATION_HOLDS = timedelta(days=14)
"""How long a link in an invitation works."""

REQUEST_HOLDS = timedelta(days=90)
"""How long a request to act for an organisation waits; longer than the patience below, or nobody could step in."""

PATIENCE = timedelta(days=14)
"""How long the administrators of an organisation have the first word on a request; then the platform may decide."""

REMIND_BEFORE_DAYS = 30
"""Days before the end of a mandate at which we write to its holder."""

MOST_OPEN = 50
"""Invitations an organisation may have open at once: nobody sends post to the whole world through us."""
