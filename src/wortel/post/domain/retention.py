"""How long the outbox remembers what it sent, and to whom."""

from __future__ import annotations

from datetime import timedelta

KEEP_TEXT = timedelta(days=30)
"""Subject and text of a mail, after it was sent: long enough to answer "what did you send me?"."""

KEEP_PARKED = timedelta(days=90)
"""The same for a mail that was given up."""

KEEP_RECIPIENT = timedelta(days=365)
"""To whom it went. What stays after that is the key and the days, so that no event is mailed twice."""
