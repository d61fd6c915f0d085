"""Confirming by a code in a mail that it is you: for who has no passkey and no app."""

from __future__ import annotations

from typing import Self

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest

from wortel.people.calling import mail_of

KEPT_AS = "wortel_code_again"
TIMES, SECONDS = 5, 600


class CodeAgain(AbstractCodeVerificationProcess):
    """A code in the session of who is signed in; five wrong tries or ten minutes end it."""

    def __init__(self, request: HttpRequest, state: dict[str, object]) -> None:
        self.request = request
        super().__init__(max_attempts=TIMES, timeout=SECONDS, state=state, user=request.user)

    @classmethod
    def begin(cls, request: HttpRequest) -> Self:
        """Mails a new code."""
        address = mail_of(request)
        process = cls(request, cls.initial_state(user=request.user, email=address))
        process.send()
        process.persist()
        return process

    @classmethod
    def resume(cls, request: HttpRequest) -> Self | None:
        """The code that was mailed before, if it still holds."""
        state = request.session.get(KEPT_AS)
        found: Self | None = cls(request, state).abort_if_invalid() if state else None
        return found

    def send(self) -> None:
        """By the outbox."""
        adapter = get_adapter()
        self.state["code"] = adapter.generate_login_code()
        adapter.send_mail("account/email/confirm_again", self.state["email"], {"code": self.state["code"]})

    def persist(self) -> None:
        """In the session."""
        self.request.session[KEPT_AS] = self.state

    def abort(self) -> None:
        """Forgets the code."""
        self.request.session.pop(KEPT_AS, None)

    def finish(self) -> None:
        """Notes in the session that it was confirmed now."""
        self.abort()
        record_authentication(self.request, self.request.user, method="code", reauthenticated=True)
