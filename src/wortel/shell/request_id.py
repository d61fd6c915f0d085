"""The number of a request: what a visitor tells us, what the logbook and the trail say."""

from __future__ import annotations

import re
import secrets
from contextvars import ContextVar

from django.conf import settings
from django.http import HttpRequest

HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9_-]{8,60}")
_CURRENT: ContextVar[str] = ContextVar("request_id", default="")


def current() -> str:
    """The number of the request this thread answers; empty outside of one."""
    return _CURRENT.get()


def begin(request: HttpRequest) -> str:
    """Numbers the request, with the number of a trusted proxy if that looks sane."""
    given = request.META.get("HTTP_X_REQUEST_ID", "") if _is_from_proxy(request) else ""
    number = given if _SANE.fullmatch(given) else secrets.token_hex(8)
    _CURRENT.set(number)
    return number


def end() -> None:
    """Forgets the number, so that the thread does not carry it on."""
    _CURRENT.set("")


def _is_from_proxy(request: HttpRequest) -> bool:
    """Our server leaves X-Forwarded-For only on what the trusted proxy sent, and drops it from everyone else."""
    proxy = settings.TRUSTED_PROXY
    return bool(proxy) and ("HTTP_X_FORWARDED_FOR" in request.META or request.META.get("REMOTE_ADDR") == proxy)
