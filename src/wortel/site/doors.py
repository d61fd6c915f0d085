"""Default deny: the addresses open to strangers, by name; every other page asks who you are before it runs."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from wortel.people.public import sign_in_address

OPEN = frozenset(
    {
        # What Wortel shows to everyone.
        "api-docs",
        "shell:gallery",
        "atlas:home",
        "atlas:municipalities",
        "atlas:search",
        "atlas:suggest",
        "atlas:municipality",
        "atlas:regions",
        "atlas:region",
        "atlas:province",
        "atlas:data",
        "atlas:about",
        "atlas:sources",
        "atlas:accessibility",
        "atlas:privacy",
        "atlas:word-reply",
        "terms:words",
        "terms:term",
        "terms:choose",
        "privacy:register",
        "privacy:erased",
        "coverage:coverage",
        "coverage:evidence_list",
        "coverage:evidence",
        "actors:directory",
        "actors:export",
        "actors:actor",
        "actors:map-json",
        "network:network",
        "exchange:list",
        "exchange:listing",
        # What a region asks and offers, whom to ask there, and what came of it.
        "introductions:desk",
        "introductions:measures",
        "introductions:measures_flanders",
        "alliances:proposing",
        "alliances:begun",
        # Signing in, up to the second step.
        "account_login",
        "account_signup",
        "account_request_login_code",
        "account_confirm_login_code",
        "account_password",
        "account_inactive",
        "account_logout",
        "account_email_verification_sent",
        "socialaccount_signup",
        "mfa_authenticate",
        "mfa_login_webauthn",
        "openid_connect_login",
        "openid_connect_callback",
        # What everyone may send us: right of reply needs no account, only a mail address that answers.
        "atlas:reply",
        "coverage:reply",
        "actors:reply",
        "replies:sent",
        "replies:received",
        "replies:confirm",
        # The link in an invitation: who holds it reads what is asked before making an account.
        "people:invitation",
        # What a signed link in a mail opens, and the mails of the demo (404 elsewhere).
        "post:unsubscribe",
        "post:preferences",
        "post:demo-mailbox",
        # Only where `wortel demo` serves: becoming one of its invented people.
        "demo:who",
        "demo:become",
    }
)
"""Names of pages a stranger may open. A room that opens one more adds it here, and a row to docs/permissions.md."""

OPEN_SPACES = ("wortel-api:",)
"""Whole groups of addresses: the API only answers questions about what is public, and looks at no cookie."""


def _is_of_the_api(request: HttpRequest) -> bool:
    return request.resolver_match is not None and request.resolver_match.view_name.startswith(OPEN_SPACES)


def is_open(name: str) -> bool:
    """Whether a stranger may open the address with this name."""
    return name in OPEN or name.startswith(OPEN_SPACES)


class ClosedUnlessOpen:
    """Middleware: sends a stranger who asks for any other page to sign in, without running the page.

    What is shown to somebody signed in is never kept: not by a proxy, not by the browser on a shared computer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        cookie = settings.SESSION_COOKIE_NAME
        if (cookie in request.COOKIES or cookie in response.cookies) and not _is_of_the_api(request):
            response.headers["Cache-Control"] = "private, no-store"
        return response

    def process_view(
        self,
        request: HttpRequest,
        _view: Callable[..., HttpResponse],
        _args: tuple[object, ...],
        _named: dict[str, object],
    ) -> HttpResponse | None:
        """The way to sign in, or `None`: the page may answer. Costs no query for who never signed in."""
        found = request.resolver_match
        if found is None or is_open(found.view_name) or request.user.is_authenticated:
            return None
        return sign_in(request)


def sign_in(request: HttpRequest) -> HttpResponse:
    """Sends to the sign-in page, which leads back to where this request was going, unless it was sending something."""
    if request.method in {"GET", "HEAD"}:
        return redirect(sign_in_address(request))
    return redirect_to_login("", str(settings.LOGIN_URL))
