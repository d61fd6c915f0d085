"""What allauth asks of us about second factors: sealed secrets, names and Dutch refusals."""

from __future__ import annotations

from typing import Any, ClassVar

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wortel.people.models import Person
from wortel.people.sign_in.sealing import Unreadable, seal, unseal


class FactorAdapter(DefaultMFAAdapter):
    """See https://docs.allauth.org/en/latest/mfa/adapter.html."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("Deze code klopt niet. Wacht op de volgende code in je app en typ die."),
        "unverified_email": gettext_lazy("Bevestig eerst je e-mailadres. Daarna kun je een tweede stap instellen."),
        "cannot_delete_authenticator": gettext_lazy("Deze tweede stap kun je niet weghalen."),
        "cannot_generate_recovery_codes": gettext_lazy("Stel eerst een passkey of een app in. Dan krijg je codes."),
    }

    def encrypt(self, text: str) -> str:
        """Before a secret is stored."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """After it is read. A secret sealed with a lost key never counts as right."""
        try:
            return unseal(encrypted_text)
        except Unreadable as error:
            raise ValidationError(
                _("We kunnen deze tweede stap niet meer lezen. Gebruik een passkey, of vraag hulp aan de beheerder.")
            ) from error

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Whose passkeys these are: of this host and no other."""
        return {"id": context.request.get_host().partition(":")[0], "name": "Wortel"}

    def generate_authenticator_name(self, user: Person, type: Authenticator.Type) -> str:  # noqa: A002
        """A first name for a passkey; its owner may choose a better one."""
        count = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return _("Passkey %(number)s") % {"number": count + 1}
