"""What guards an account: passkeys, an app, recovery codes, where one is signed in."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import views as passkeys
from allauth.mfa.webauthn.internal.auth import begin_registration
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.views import ListUserSessionsView
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache

from wortel.people.calling import caller_of
from wortel.people.queries_sign_in import live_sessions
from wortel.people.sign_in.account_adapter import has_passwords

BACK = "wortel_back"


@login_required
@never_cache
def security(request: HttpRequest) -> HttpResponse:
    """`/mijn/beveiliging/`: all of it on one page, and the way back for who was sent here (`?next=`)."""
    mine = list(Authenticator.objects.filter(user=request.user).order_by("created_at"))
    back = _way_back(request)
    methods = [each for each in get_adapter().get_reauthentication_methods(request.user) if "mfa" in each["id"]]
    context = {
        "passkeys": [each for each in mine if each.type == Authenticator.Type.WEBAUTHN],
        "app": next((each for each in mine if each.type == Authenticator.Type.TOTP), None),
        "codes_left": _codes_left(mine),
        "sessions": len(live_sessions(request.user.pk, request.session.session_key or "")),
        "next": back,
        "is_strong": caller_of(request).is_strong,
        "confirm_url": methods[0]["url"] if methods else "",
        "has_passwords": has_passwords(),
        "provider": settings.OPENID.get("name", ""),
        "identity": SocialAccount.objects.filter(user=request.user).first() if settings.OPENID else None,
    }
    return render(request, "mfa/index.html", context)


def _way_back(request: HttpRequest) -> str:
    """Where somebody came from, kept while they set up a second factor; gone once they could go back."""
    asked = request.GET.get("next", "")
    if asked and url_has_allowed_host_and_scheme(asked, allowed_hosts={request.get_host()}):
        request.session[BACK] = asked
    back = str(request.session.get(BACK, ""))
    if back and caller_of(request).is_strong:
        del request.session[BACK]
    return back


def _codes_left(mine: list[Authenticator]) -> int | None:
    """How many recovery codes are unused; `None` without any."""
    codes = next((each for each in mine if each.type == Authenticator.Type.RECOVERY_CODES), None)
    if codes is None:
        return None
    used = int(codes.data.get("used_mask", 0)).bit_count()
    return int(settings.MFA_RECOVERY_CODE_COUNT) - used


def to_security(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The library's name for that page."""
    return redirect("people:security")


class AddPasskey(passkeys.AddWebAuthnView):
    """A passkey, always one that can sign in by itself."""

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """With what the browser needs to make one."""
        found: dict[str, Any] = super().get_context_data(**named)
        return {**found, "js_data": {"creation_options": begin_registration(self.request.user, passwordless=True)}}


class Sessions(ListUserSessionsView):
    """Where one is signed in, with a button to sign out everywhere else."""

    def get_context_data(self, **named: Any) -> dict[str, Any]:
        """Reads only: the library clears away old ones here, ours go when somebody signs in."""
        found = super(ListUserSessionsView, self).get_context_data(**named)
        key = self.request.session.session_key or ""
        return {**found, "sessions": live_sessions(self.request.user.pk, key)}


@login_required
@never_cache
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """The codes that are not used yet. Raises `Http404` without any."""
    return render(request, "mfa/recovery_codes/index.html", {"codes": _unused(request)})


@login_required
@never_cache
def recovery_codes_file(request: HttpRequest) -> HttpResponse:
    """The same as a text file."""
    response = render(
        request, "mfa/recovery_codes/download.txt", {"codes": _unused(request)}, content_type="text/plain"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="herstelcodes-wortel.txt"'
    return response


def _unused(request: HttpRequest) -> list[str]:
    kept = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    if kept is None:
        raise Http404
    found: list[str] = kept.wrap().get_unused_codes()
    return found
