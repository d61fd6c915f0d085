"""An outbox to write in, a clock that stands still until it is turned, and a mail server that can fail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend

from wortel.post.public import put_in_outbox
from wortel.shell.clock import BRUSSELS

NOON = datetime(2026, 11, 20, 12, tzinfo=BRUSSELS)


@dataclass
class Clock:
    """Tells the instant it was set to."""

    at: datetime = NOON

    def __call__(self) -> datetime:
        return self.at

    def turn(self, **forward: float) -> datetime:
        self.at += timedelta(**forward)
        return self.at


@dataclass
class Server:
    """What the mail server does with the next mails: an exception to raise for each, or nothing."""

    troubles: list[Exception] = field(default_factory=list)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Server:
    """A mail server in memory (`django.core.mail.outbox`) that raises what it is told to raise."""
    about = Server()
    send = EmailBackend.send_messages

    def send_or_fail(backend: EmailBackend, mails: list[EmailMessage]) -> int:
        if about.troubles:
            raise about.troubles.pop(0)
        return send(backend, mails)

    monkeypatch.setattr(EmailBackend, "send_messages", send_or_fail)
    return about


@pytest.fixture
def write(clock: Clock) -> Callable[..., str]:
    """Puts a mail in the outbox and gives its key."""

    def put(key: str = "invitation:1", kind: str = "invitation", recipient: str = "an@example.org", **more: Any) -> str:
        facts = {"subject": "Een uitnodiging", "text": "Dag An,\n\nWil je mee?\n", "at": clock(), **more}
        put_in_outbox(key, kind, recipient, **facts)
        return key

    return put
