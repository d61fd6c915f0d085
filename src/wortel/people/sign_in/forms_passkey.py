"""The forms of passkeys. What a browser sends may be anything: whatever cannot be read is refused in one sentence."""

from __future__ import annotations

from typing import Any

from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as passkeys
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wortel.people.actions.refuse_sign_in import refuse_sign_in
from wortel.people.sign_in.acting import by_of
from wortel.people.sign_in.forms import plain
from wortel.shell import clock

NOT_OURS = _(
    "Deze passkey kennen we niet: ze hoort bij een andere website, of je haalde ze hier weg. "
    "Meld je aan met een code per mail."
)
NOT_MADE = _("Dit toestel maakte geen passkey die we kunnen gebruiken. Probeer opnieuw, of neem een ander toestel.")
# What the library raises on a credential that is not one.
UNREADABLE = (ValidationError, ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError)


class _FromBrowser(passkeys.AuthenticateWebAuthnForm):
    def clean_credential(self) -> Authenticator:
        """The passkey of the person. A wrong or foreign one leaves an entry in the trail."""
        try:
            found: Authenticator = super().clean_credential()
        except UNREADABLE as error:
            if getattr(error, "code", "") == "too_many_login_attempts":
                raise
            refuse_sign_in(by_of(context.request), "passkey", "passkey_unknown", clock.now())
            raise ValidationError(NOT_OURS, code="passkey_unknown") from error
        return found


class PasskeyForm(_FromBrowser, passkeys.LoginWebAuthnForm):
    """Signing in with a passkey alone."""


class SecondPasskeyForm(_FromBrowser):
    """A passkey as the second step."""


class PasskeyAgainForm(_FromBrowser, passkeys.ReauthenticateWebAuthnForm):
    """A passkey to confirm that it is still you."""


class AddPasskeyForm(passkeys.AddWebAuthnForm):
    """A new passkey, always one that can sign in by itself."""

    passwordless = None

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        hint = _("Zo herken je ze later: ‘gsm’ of ‘laptop school’.")
        plain(self, "name", _("Naam van deze passkey"), hint, longest=100)

    def clean(self) -> dict[str, Any]:
        """Checks that the passkey belongs to this site and asked for finger, face or code."""
        try:
            cleaned: dict[str, Any] = super().clean()
        except UNREADABLE as error:
            refuse_sign_in(by_of(context.request), "passkey", "passkey_unusable", clock.now())
            raise ValidationError(NOT_MADE, code="passkey_unusable") from error
        return cleaned


class RenamePasskeyForm(passkeys.EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        plain(self, "name", _("Naam van deze passkey"), longest=100)
