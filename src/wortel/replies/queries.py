"""What is known of replies, without saying who sent them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wortel.replies.models import Reply


@dataclass(frozen=True, slots=True)
class OpenReply:
    """A reply that waits for a decision: its kind and the moment it was confirmed."""

    kind: str
    confirmed_at: datetime | None


def open_replies(target: str) -> tuple[OpenReply, ...]:
    """Replies about a thing that wait for a decision, the oldest first. One query."""
    rows = Reply.objects.filter(target=target, state=Reply.State.OPEN).order_by("confirmed_at", "pk")
    return tuple(OpenReply(*row) for row in rows.values_list("kind", "confirmed_at"))
