"""Hands letters to the mail server of the settings: the only place that calls Django's mail."""

from __future__ import annotations

import smtplib
from types import TracebackType
from typing import Any, Self

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

from wortel.post.domain.letter import Letter
from wortel.post.domain.refusal import ServerAway

TIMEOUT = 20
"""Seconds to wait for any one answer of the server; a talk has some ten, and must end before the lease does."""


class Courier:
    """One talk with the mail server, opened at the first letter and kept for the next ones."""

    def __init__(self) -> None:
        self._connection: Any = get_connection(timeout=TIMEOUT)

    def hand_over(self, letter: Letter) -> None:
        """Sends one letter. Raises `ServerAway`, what `smtplib` raises, or `ValueError` for an impossible header."""
        mail = EmailMessage(
            letter.subject,
            letter.body,
            to=[letter.recipient],
            headers=dict(letter.headers),
            connection=self._connection,
        )
        self._open()
        mail.send()

    def let_go(self) -> None:
        """Ends the talk; the next letter begins a new one."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.let_go()

    def _open(self) -> None:
        # Only with a server is there a talk to keep.
        if not isinstance(self._connection, EmailBackend):
            return
        try:
            self._connection.open()
        except (OSError, smtplib.SMTPException) as error:
            raise ServerAway(f"{type(error).__name__}: {error}") from error
