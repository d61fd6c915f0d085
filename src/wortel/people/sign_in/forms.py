"""The forms of signing in: allauth's, with Dutch labels and our own counting."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.internal.userkit import filter_users_by_email
from allauth.core import context, ratelimit
from allauth.mfa.base import forms as factors
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from wortel.shell.form_fields import one_spelling

LONGEST_ADDRESS = 254


def plain(
    form: forms.Form, name: str, label: Any, hint: Any = "", longest: int = LONGEST_ADDRESS, **attributes: str
) -> None:
    """Label and hint of a field, as our pages show them: no text inside the control, and no more than fits."""
    field = form.fields[name]
    field.validators = [*field.validators, MaxLengthValidator(longest)]
    field.label, field.help_text = label, hint
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


def as_code(form: forms.Form, label: Any, hint: Any = "") -> None:
    """A field for a code: the phone offers it from the message, and nothing corrects its spelling."""
    plain(form, "code", label, hint, autocapitalize="characters", spellcheck="false", autocomplete="one-time-code")
    form.fields["code"].error_messages["required"] = _("Typ de code.")


class AddressForm(account.RequestLoginCodeForm):
    """A mail address, of whoever: who has an account and who does not are not told apart."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        plain(self, "email", _("Je e-mailadres"), _("We sturen je een code. Een wachtwoord heb je niet nodig."))
        self.fields["email"].error_messages["required"] = _("Vul je e-mailadres in.")
        self.fields["email"].error_messages["invalid"] = _("Dit is geen e-mailadres. Kijk het na.")
        self.fields["email"].validators.append(one_spelling)

    def clean_email(self) -> str:
        """Counts how often this visitor asks a code for this address."""
        email: str = self.cleaned_data["email"]
        adapter = get_adapter()
        sender = adapter.get_client_ip(context.request)
        if not ratelimit.consume(context.request, action="request_login_code", key=f"{sender} {email}"):
            raise adapter.validation_error("too_many_login_attempts")
        known = filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True)
        self._user = known[0] if known else None
        return email

    @property
    def person(self) -> Any:
        """Whose address it is, `None` for nobody's."""
        return self._user


class CodeForm(account.ConfirmLoginCodeForm):
    """The code of the mail."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        as_code(self, _("Code uit de mail"))


class NewAddressForm(account.AddEmailForm):
    """Another mail address."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        plain(
            self,
            "email",
            _("Je nieuwe e-mailadres"),
            _("We sturen er een code heen. Tot je die typt, verandert niets."),
        )
        self.fields["email"].validators.append(one_spelling)


class NewAddressCodeForm(account.ConfirmEmailVerificationCodeForm):
    """The code that was sent to the new address."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        as_code(self, _("Code uit de mail"))


class SecondStepForm(factors.AuthenticateForm):
    """A code of the app, or a recovery code."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        as_code(self, _("Code uit je app, of een herstelcode"))


class ConfirmAgainForm(factors.ReauthenticateForm):
    """The same, for who is signed in."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        as_code(self, _("Code uit je app, of een herstelcode"))


class AppForm(ActivateTOTPForm):
    """The first code of a new app."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        as_code(self, _("Code die je app nu toont"), _("Zes cijfers."))


class NameForm(forms.Form):
    """How colleagues see somebody."""

    name = forms.CharField(
        label=_("Je naam"),
        help_text=_("Zo zien collega’s je. Niemand anders."),
        max_length=120,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
