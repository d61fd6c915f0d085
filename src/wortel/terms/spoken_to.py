"""How this visitor chose to be spoken to: a cookie that holds one word, and nothing about who they are."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import get_language

from wortel.terms.domain.concept import LANGUAGES
from wortel.terms.domain.lens import Lens, lens_of

COOKIE = "aanspreking"
A_YEAR = 365 * 24 * 60 * 60


def lens_in(request: HttpRequest | None) -> Lens:
    """The lens of whoever asks; the plain one without a cookie, and where there is no visitor: in a mail."""
    return lens_of(request.COOKIES.get(COOKIE, "")) if request is not None else Lens.PLAIN


def language_now() -> str:
    """The language of the page, as the table knows it."""
    asked = (get_language() or "").partition("-")[0]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def remember(response: HttpResponse, lens: Lens) -> None:
    """Keeps the choice in the visitor's browser for a year; plain words need no cookie."""
    if lens is Lens.PLAIN:
        response.delete_cookie(COOKIE, samesite="Lax")
        return
    response.set_cookie(
        COOKIE, lens.value, max_age=A_YEAR, httponly=True, samesite="Lax", secure=bool(settings.SESSION_COOKIE_SECURE)
    )


def kept_apart(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: says to every cache that a page is written in somebody's words, so that no other gets them."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            patch_vary_headers(response, ("Cookie",))
            if COOKIE in request.COOKIES and not response.has_header("Cache-Control"):
                patch_cache_control(response, private=True)
        return response

    return answer
