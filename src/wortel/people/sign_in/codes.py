"""Signing in by a code in a mail, the same for who has an account and for who does not have one yet."""

from __future__ import annotations

from typing import Any, Self

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController
from django.http import HttpRequest, HttpResponse

from wortel.people.actions.sign_up import sign_up
from wortel.people.models import Person
from wortel.people.sign_in.acting import by_of
from wortel.shell import clock


class CodeByMail(LoginCodeVerificationProcess):
    """allauth sends a code only to who has an account. We send one to everyone: answer, mail and work are the same, so
    nobody learns who is known here, and the first right code makes the account."""

    @classmethod
    def begin(cls, request: HttpRequest, person: Person | None, email: str, identity: Any = None) -> Self:
        """Mails a code and keeps it in this visitor's session. `identity` (a `SocialLogin`) is linked afterwards."""
        login = Login(user=person, email=email, signal_kwargs={"sociallogin": identity} if identity else None)
        login.state["stages"] = {"current": LoginByCodeStage.key}
        stage = LoginByCodeStage(LoginStageController(request, login), request, login)
        stage.state.update({**cls.initial_state(user=person, email=email), "initiated_by_user": True})
        process = cls(stage)
        process.send()
        process.persist()
        return process

    def send_by_email(self, email: str, skip_enumeration_mails: bool = False) -> None:  # noqa: ARG002
        """The same mail to everyone."""
        get_adapter().send_mail("account/email/login_code", email, {"code": self.generate_code()})

    def finish(self, redirect_url: str | None) -> HttpResponse:
        """Signs in, after the second step of who has one. The code was right, so the address is theirs."""
        person = sign_up(by_of(self.request), self.state["email"], clock.now())
        record_authentication(self.request, person, method="code")
        asked = self.stage.login
        login = Login(
            user=person, redirect_url=redirect_url, email=self.state["email"], signal_kwargs=asked.signal_kwargs
        )
        response: HttpResponse = perform_login(self.request, login)
        return response
