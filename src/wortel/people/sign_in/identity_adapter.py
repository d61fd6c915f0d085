"""What allauth asks of us about identities elsewhere: at most one provider, from the settings; refusals that help."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.base.constants import AuthError
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.people.actions.refuse_sign_in import refuse_sign_in
from wortel.people.sign_in.acting import by_of
from wortel.people.sign_in.openid import OpenIDProvider, Refused
from wortel.people.sign_in.wording_openid import say
from wortel.shell import clock
from wortel.shell.problems import PageProblem, WayOut, problem_response

LONGEST_KEY = 200


def provider_key() -> str:
    """Under which name identities are kept: of this issuer, so that another provider's keys never fit."""
    return str(settings.OPENID["issuer"])[:LONGEST_KEY]


class IdentityAdapter(DefaultSocialAccountAdapter):
    """See https://docs.allauth.org/en/latest/socialaccount/adapter.html."""

    def list_apps(self, request: HttpRequest, provider: str | None = None, client_id: str | None = None) -> list[Any]:  # noqa: ARG002
        """The provider of the settings. Nothing is read from the database."""
        if not settings.OPENID or (provider and provider not in {"openid_connect", provider_key()}):
            return []
        known = settings.OPENID
        app = SocialApp(
            provider="openid_connect",
            provider_id=provider_key(),
            name=known["name"],
            client_id=known["client_id"],
            secret=known["secret"],
            settings={"server_url": known["issuer"]},
        )
        return [app]

    def list_providers(self, request: HttpRequest) -> list[OpenIDProvider]:
        """None, or the one."""
        return [OpenIDProvider(request, app=app) for app in self.list_apps(request)]

    def get_provider(self, request: HttpRequest, provider: str, client_id: str | None = None) -> OpenIDProvider:
        """Our stricter one. Raises `SocialApp.DoesNotExist` when none is set up."""
        return OpenIDProvider(request, app=self.get_app(request, provider=provider, client_id=client_id))

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:  # noqa: ARG002
        """A suggestion for a new person: a name, no address."""
        sociallogin.user.name = str(data.get("name") or "")[:120]
        sociallogin.user.email = None
        return sociallogin.user

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: Any) -> bool:  # noqa: ARG002
        """Never: who comes for the first time proves a mail address."""
        return False

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:  # noqa: ARG002
        """Back to what guards the account."""
        return reverse("people:security")

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """Leaves an entry in the trail and gives a page with what is wrong and the way out."""
        ground = _ground(error, exception, extra_context or {})
        refuse_sign_in(by_of(request), "openid", ground, clock.now())
        status = HTTPStatus.SERVICE_UNAVAILABLE if ground == "provider_down" else HTTPStatus.BAD_REQUEST
        problem = PageProblem(
            status,
            _("Je bent niet aangemeld"),
            say(ground, provider.name),
            (WayOut(_("Meld je aan met een code per mail"), reverse("account_login")),),
        )
        raise ImmediateHttpResponse(problem_response(request, problem))


def _ground(error: Any, exception: Exception | None, context: dict[str, Any]) -> str:
    if isinstance(exception, Refused):
        return exception.ground
    if error == AuthError.CANCELLED:
        return "cancelled"
    return "provider_refused" if context.get("state") else "wrong_state"
