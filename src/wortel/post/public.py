"""The door of the post room: what other rooms may ask or do."""

from wortel.post.actions.forget_address import forget_address
from wortel.post.actions.forget_sent import forget_sent
from wortel.post.actions.gather_digests import gather_digests
from wortel.post.actions.put_in_outbox import put_in_outbox
from wortel.post.actions.retry_parked import NotParked, retry_all_parked, retry_parked
from wortel.post.actions.run_daily import run_daily
from wortel.post.actions.send_waiting import Round, send_waiting
from wortel.post.models import Message
from wortel.post.queries import (
    is_stuck,
    messages_in,
    queue_lengths,
    state_of,
)

__all__ = [
    "Message",
    "NotParked",
    "Round",
    "forget_address",
    "forget_sent",
    "gather_digests",
    "is_stuck",
    "messages_in",
    "put_in_outbox",
    "queue_lengths",
    "retry_all_parked",
    "retry_parked",
    "run_daily",
    "send_waiting",
    "state_of",
]
