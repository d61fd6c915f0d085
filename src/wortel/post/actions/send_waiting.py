"""Sends what waits in the outbox: at least once, and under one Message-ID however often."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from wortel.post.actions.claim_mail import claim_mail
from wortel.post.actions.finish_mail import finish_failed, finish_sent
from wortel.post.courier import Courier
from wortel.post.domain.refusal import ServerAway, what_happened
from wortel.post.letters import letter_of
from wortel.post.models import Message

_LOG = logging.getLogger("wortel.post")


@dataclass(slots=True)
class Round:
    """What one round did. `is_server_away`: it ended early, because no mail would get through now."""

    sent: int = 0
    failed: int = 0
    parked: int = 0
    is_server_away: bool = False


def send_waiting(clock: Callable[[], datetime], should_stop: Callable[[], bool] = lambda: False) -> Round:
    """Sends mail by mail until nothing is ready, the server is away, or `should_stop` says so between two mails.

    No transaction is open while a mail is handed over. May run in several processes at once.
    """
    done = Round()
    with Courier() as courier:
        while not should_stop() and not done.is_server_away:
            claimed = claim_mail(clock())
            if claimed is None:
                break
            _send(claimed, courier, clock, done)
    return done


def _send(claimed: Message, courier: Courier, clock: Callable[[], datetime], done: Round) -> None:
    try:
        courier.hand_over(letter_of(claimed))
    except Exception as error:  # noqa: BLE001  (one mail that cannot leave stops no other)
        courier.let_go()
        _LOG.warning("mail %s (%s) did not leave: %s", claimed.pk, claimed.kind, what_happened(error))
        done.is_server_away = isinstance(error, ServerAway)
        if finish_failed(claimed, error, clock()):
            done.parked += 1
        else:
            done.failed += 1
        return
    if finish_sent(claimed, clock()):
        done.sent += 1
    else:
        _LOG.warning("mail %s was taken over by another worker while it was sent", claimed.pk)
