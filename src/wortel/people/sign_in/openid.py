"""The OpenID provider: allauth's, made stricter. It checks signature, issuer, audience, times and nonce, asks nothing
that the settings do not name, and keeps only what is needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

import requests
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from allauth.utils import build_absolute_uri
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import override

from wortel.people.sign_in.id_token import Expected, TokenRefused, read_id_token

KEPT = ("vo_orgcode", "vo_doelgroepcode", "acr")
"""All we keep of what the provider says, beside the key. Never the national number, names of others, or mail."""
USED = (*KEPT, "sub", "vo_id", "given_name", "family_name")
ADDRESSES = ("authorization_endpoint", "token_endpoint", "jwks_uri")


class Refused(OAuth2Error):
    """`ground` is a key of `wording_openid.py`."""

    def __init__(self, ground: str) -> None:
        super().__init__(ground)
        self.ground = ground


def nonce_for(verifier: str) -> str:
    """The nonce that belongs to a PKCE verifier: it is bound to the same session, and says nothing about it."""
    return salted_hmac("wortel.openid.nonce", verifier, algorithm="sha256").hexdigest()


class OpenIDAdapter(OpenIDConnectOAuth2Adapter):
    """The conversation with the provider."""

    verifier = ""

    @property
    def openid_config(self) -> dict[str, Any]:
        """What the provider says of itself. Raises `Refused` when it does not answer, or says it is another one."""
        try:
            known: dict[str, Any] = super().openid_config
        except (requests.RequestException, ValueError) as error:
            raise Refused("provider_down") from error
        if not isinstance(known, dict) or not all(isinstance(known.get(name), str) for name in ADDRESSES):
            raise Refused("provider_down")
        if str(known.get("issuer", "")).rstrip("/") != settings.OPENID["issuer"]:
            raise Refused("wrong_issuer")
        return known

    def get_access_token_data(
        self, request: HttpRequest, app: Any, client: Any, pkce_code_verifier: str | None = None
    ) -> dict[str, Any]:
        """Exchanges the code. Raises `Refused`."""
        self.verifier = pkce_code_verifier or ""
        try:
            given: dict[str, Any] = super().get_access_token_data(request, app, client, pkce_code_verifier)
        except requests.RequestException as error:
            raise Refused("provider_down") from error
        except OAuth2Error as error:
            raise Refused("code_refused") from error
        return given

    def complete_login(self, request: HttpRequest, app: Any, token: Any, **more: Any) -> Any:
        """The identity of who signs in. Raises `Refused`."""
        proof = more["response"].get("id_token")
        if not isinstance(proof, str):
            _refuse("missing_claim")
        known = self.openid_config
        try:
            expected = Expected(known["issuer"], app.client_id, nonce_for(self.verifier))
            claims = read_id_token(proof, self._asked(known["jwks_uri"]), expected)
        except TokenRefused as refused:
            raise Refused(refused.ground) from refused
        if "userinfo_endpoint" in known:
            told = self._asked(known["userinfo_endpoint"], token.token)
            if told.get("sub") != claims["sub"]:
                _refuse("other_person")
            claims = {**told, **claims}
        return self.get_provider().sociallogin_from_response(request, {n: claims[n] for n in USED if n in claims})

    def _asked(self, address: str, access_token: str = "") -> dict[str, Any]:
        headers = {"Authorization": f"Bearer {access_token}"} if access_token else {}
        try:
            with get_adapter().get_requests_session() as session:
                response = session.get(address, headers=headers)
                response.raise_for_status()
                found = response.json()
        except (requests.RequestException, ValueError) as error:
            raise Refused("provider_down") from error
        if not isinstance(found, dict):
            _refuse("provider_down")
        return found

    def get_callback_url(self, request: HttpRequest, app: Any) -> str:  # noqa: ARG002  (allauth's own signature)
        """One address, as it is registered at the provider, whatever language is spoken."""
        with override(settings.LANGUAGE_CODE):
            return str(build_absolute_uri(request, reverse("openid_connect_callback")))


class OpenIDProvider(OpenIDConnectProvider):
    """What we ask of the provider, and what we take from its answer."""

    oauth2_adapter_class = OpenIDAdapter
    pkce_enabled_default = True

    def get_login_url(self, request: HttpRequest, **more: Any) -> str:  # noqa: ARG002
        """Where the button leads."""
        return reverse("openid_connect_login")

    def get_callback_url(self) -> str:
        """Where the provider leads back to."""
        return reverse("openid_connect_callback")

    def get_pkce_params(self) -> dict[str, str]:
        """PKCE, and the nonce that belongs to it; the verifier itself stays in the session."""
        given: dict[str, str] = super().get_pkce_params()
        return {**given, "nonce": nonce_for(given["code_verifier"])}

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:  # noqa: ARG002
        """Only what the settings name: nobody adds to it in the address."""
        return list(settings.OPENID["scopes"])

    def get_auth_params_from_request(self, request: HttpRequest, action: str) -> dict[str, str]:  # noqa: ARG002
        """Only what the settings name. A provider tells the means only when asked for some."""
        strong = settings.OPENID["strong_acr"]
        return {"acr_values": " ".join(strong)} if strong else {}

    def redirect(self, request: HttpRequest, *given: Any, **more: Any) -> HttpResponse:
        """Leads to the provider, or says that it does not answer."""
        try:
            response: HttpResponse = super().redirect(request, *given, **more)
        except Refused as refused:
            response = render_authentication_error(request, self, exception=refused)
        return response

    def extract_uid(self, data: Mapping[str, Any]) -> str:
        """The key of a person there: `vo_id` of ACM/IDM, elsewhere `sub`. Never a mail address."""
        key = data.get("vo_id") or data.get("sub")
        if not isinstance(key, str) or not 0 < len(key) <= 190:
            _refuse("missing_claim")
        return key

    def extract_extra_data(self, data: Mapping[str, Any]) -> dict[str, str]:
        """What is kept."""
        return {name: str(data[name])[:100] for name in KEPT if data.get(name)}

    def extract_common_fields(self, data: Mapping[str, Any]) -> dict[str, str]:
        """A first suggestion for the name."""
        parts = (data.get("given_name"), data.get("family_name"))
        return {"name": " ".join(part for part in parts if isinstance(part, str)).strip()}

    def extract_email_addresses(self, data: Mapping[str, Any]) -> list[Any]:  # noqa: ARG002
        """None: an address counts only when its owner typed a code we mailed there."""
        return []


def _refuse(ground: str) -> NoReturn:
    raise Refused(ground)
