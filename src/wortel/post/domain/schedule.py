"""When a mail that could not leave is tried again, and when we give up."""

from __future__ import annotations

from datetime import datetime, timedelta
from zlib import crc32

from wortel.post.domain.kinds import Kind

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
    timedelta(hours=24),
)
"""How long after each failed try the next one comes; after the last there is none."""

MOST_TRIES = len(WAITS) + 1
JITTER = 0.2
"""A wait is at most this share shorter or longer, so that mails that failed together do not return together."""

LEASE = timedelta(minutes=5)
"""How long a worker has for one mail before another may take it; longer than the slowest talk with a mail server."""


def wait_after(tries: int, seed: int) -> timedelta | None:
    """How long to wait after that many tries (1 is the first); `None`: give up. The same seed gives the same wait."""
    if not 1 <= tries <= len(WAITS):
        return None
    share = (seed % 2001 - 1000) / 1000 * JITTER
    return WAITS[tries - 1] * (1 + share)


def seed_of(key: str, tries: int) -> int:
    """A seed that differs per mail and per try, and is the same on every machine."""
    return crc32(f"{key}:{tries}".encode())


def is_too_late(kind: Kind, created_at: datetime, at: datetime) -> bool:
    """Whether the mail is of no use to its reader any more."""
    return kind.useful_for is not None and at - created_at > kind.useful_for
