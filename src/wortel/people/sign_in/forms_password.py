"""The forms of passwords, for an installation that has them switched on."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from django.utils.translation import gettext_lazy as _

from wortel.people.sign_in.forms import plain

HINT = _("Minstens twaalf tekens. Een zin werkt goed.")


class PasswordForm(account.LoginForm):
    """Address and password."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        plain(self, "login", _("Je e-mailadres"))
        plain(self, "password", _("Je wachtwoord"))

    def _setup_password_field(self) -> None:
        """Keeps the field, which the library drops because signing up asks no password."""


class OtherPasswordForm(account.ChangePasswordForm):
    """Another password for who has one."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        plain(self, "oldpassword", _("Je wachtwoord van nu"))
        plain(self, "password1", _("Je nieuwe wachtwoord"), HINT)
        plain(self, "password2", _("Nog eens je nieuwe wachtwoord"))


class FirstPasswordForm(account.SetPasswordForm):
    """A password for who has none yet."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        plain(self, "password1", _("Je wachtwoord"), HINT)
        plain(self, "password2", _("Nog eens je wachtwoord"))
