"""The mails of a drill: a back end that writes each one it takes in a file, under the key it was sent with."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

SINK = "WORTEL_DRILL_SINK"


class Sink(BaseEmailBackend):
    """Takes a mail when its line is in the file: address and Message-ID, which the outbox makes from the mail's key."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Writes one line a mail in one system call, so that a kill leaves it whole or not at all."""
        file = os.open(os.environ[SINK], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            for mail in email_messages:
                os.write(file, f"{mail.to[0]} {mail.extra_headers.get('Message-ID', 'none')}\n".encode())
        finally:
            os.close(file)
        return len(email_messages)


def use_sink(folder: Path) -> None:
    """Mail of this process and of those it forks goes to a file in that folder."""
    from django.conf import settings

    os.environ[SINK] = str(folder / "mails")
    settings.EMAIL_BACKEND = "drills.sending.Sink"


def mails_sent(folder: Path) -> list[tuple[str, str]]:
    """Address and Message-ID of every mail that was taken, in order; a mail sent twice is there twice."""
    file = folder / "mails"
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [(mailbox, number) for mailbox, number in (line.split(" ", 1) for line in lines)]


def send_for_ever() -> None:
    """The worker's loop, with hardly a rest."""
    from wortel.post.public import send_waiting
    from wortel.shell.clock import now

    while True:
        send_waiting(now)
        time.sleep(0.01)


def drained() -> None:
    """Sends what is left, as if the leases of killed workers had run out."""
    from wortel.post.public import send_waiting
    from wortel.shell.clock import now

    send_waiting(lambda: now() + timedelta(minutes=10))
