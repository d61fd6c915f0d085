"""What allauth asks of us about accounts: mail leaves by the outbox, refusals speak Dutch, a person is a `Person`."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core import context as current
from django.conf import settings
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wortel.people.models import Person
from wortel.people.sign_in.confirming import RECENT, confirmed_at
from wortel.post.public import put_in_outbox
from wortel.shell import clock
from wortel.shell.site_address import link, site_of

CODES = ("account/email/login_code", "account/email/email_confirmation", "account/email/confirm_again")


def shown_name(person: Person) -> str:
    """How a person is called on a page and by a passkey."""
    return person.name or person.email or ""


class AccountAdapter(DefaultAccountAdapter):
    """See https://docs.allauth.org/en/latest/account/adapter.html."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "duplicate_email": gettext_lazy("Dat is al je adres. Geef een ander."),
        "email_password_mismatch": gettext_lazy(
            "Dit adres en dit wachtwoord passen niet bij elkaar. Probeer opnieuw, of vraag een code per mail."
        ),
        "email_taken": gettext_lazy("Dit adres kun je niet gebruiken. Geef een ander."),
        "enter_current_password": gettext_lazy("Dit is niet je wachtwoord van nu. Probeer opnieuw."),
        "incorrect_code": gettext_lazy("Deze code klopt niet. Kijk in de nieuwste mail en typ ze opnieuw."),
        "incorrect_password": gettext_lazy("Dit is niet je wachtwoord. Probeer opnieuw."),
        "too_many_login_attempts": gettext_lazy(
            "Je probeerde het te vaak. Wacht tien minuten. Heb je een passkey? Die werkt nu ook."
        ),
        "rate_limited": gettext_lazy("Je vroeg te snel een nieuwe code. Wacht een minuut en probeer opnieuw."),
        "same_as_current": gettext_lazy("Dat is al je adres. Geef een ander."),
    }

    def new_user(self, request: HttpRequest) -> Person:  # noqa: ARG002  (allauth's own signature)
        """An unsaved person."""
        return Person(joined_at=clock.now())

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Puts the mail in the outbox. Its key follows from what it says and when, so one event is one mail."""
        at = clock.now()
        code = str(context.get("code", ""))
        given = {**context, "code": code, "email": email, "at": at, "code_link": self._link(template_prefix, code)}
        subject = render_to_string(f"{template_prefix}_subject.txt", given)
        text = render_to_string(f"{template_prefix}_message.txt", given).strip() + "\n"
        mark = salted_hmac("wortel.mail", f"{template_prefix} {email} {at.isoformat()} {code}").hexdigest()
        is_code = template_prefix in CODES
        put_in_outbox(
            f"{'sign_in' if is_code else 'account'}:{mark[:32]}",
            "sign_in" if is_code else "account",
            email,
            subject,
            text,
            at=at,
            person=_ref_of(current.request),
        )

    def _link(self, template_prefix: str, code: str) -> str:
        """Fills in the code on the page that asks for it; opening it signs nobody in."""
        if template_prefix != CODES[0] or not code:
            return ""
        return f"{link(site_of(current.request), 'account_confirm_login_code')}?code={code}"

    def send_notification_mail(
        self, template_prefix: str, user: Person, context: dict[str, Any] | None = None, email: str | None = None
    ) -> None:
        """Tells the owner what changed. Without browser or address on the network: the outbox keeps no such things."""
        address = email or user.email
        if address:
            security = link(site_of(current.request), "people:security")
            self.send_mail(template_prefix, address, {"security_link": security, **(context or {})})

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """How somebody confirms that it is them: by a passkey or an app if they have one, else by a code in a mail."""
        methods: list[dict[str, Any]] = [
            method for method in super().get_reauthentication_methods(user) if method["id"] != "reauthenticate"
        ]
        names = {
            "mfa_reauthenticate": _("Met een code uit je app, of een herstelcode"),
            "mfa_reauthenticate:webauthn": _("Met je passkey"),
        }
        for method in methods:
            method["description"] = names.get(method["id"], method["description"])
        if not methods and user.is_authenticated:
            by_mail = {"id": "reauthenticate", "description": _("Met een code per mail")}
            methods.append({**by_mail, "url": reverse("account_reauthenticate")})
        return sorted(methods, key=lambda method: not method["id"].endswith("webauthn"))

    def is_reauthentication_required(self, *, app: str, **_more: Any) -> bool:  # noqa: ARG002
        """Whether signing in or confirming was too long ago to change what guards the account."""
        request = current.request
        since = confirmed_at(get_authentication_records(request, request.user))
        return since is None or clock.now().timestamp() - since > RECENT.total_seconds()

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Wrong passwords count for who typed them, so that nobody can lock out another."""
        return f"{self.get_client_ip(request)} {super()._get_login_attempts_cache_key(request, **credentials)}"

    def get_login_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """The page of one's own, in the language of the visit."""
        return reverse("people:mine")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        """Back to what guards the account."""
        return reverse("people:security")

    def get_email_verification_redirect_url(self, email_address: Any) -> str:  # noqa: ARG002
        """Back to the page of the address."""
        return reverse("account_email")

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Everyone may have an account; what one may do with it is said by mandates."""
        return True


def _ref_of(request: HttpRequest) -> str:
    return request.user.ref if request.user.is_authenticated else ""


def has_passwords() -> bool:
    """Whether people may choose a password here."""
    return bool(settings.PASSWORDS)
