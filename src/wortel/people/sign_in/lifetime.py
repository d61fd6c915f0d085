"""Middleware: a session ends when nobody used it for a while, and after some days anyway."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from wortel.shell import clock

SINCE, SEEN = "wortel_since", "wortel_seen"
NOTED_EVERY = 600
"""Seconds between two notes that somebody is still there: not every page read should write."""


class SessionsEnd:
    """Stands before the pages and outside the guard on reading: it may write the session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            _keep_or_end(request, clock.now())
        return self.get_response(request)


def has_ended(session: Mapping[str, Any], at: datetime) -> bool:
    """Whether a session with these notes is over at that instant."""
    moment = at.timestamp()
    idle: bool = moment - session.get(SEEN, moment) > settings.SESSION_IDLE_SECONDS
    old: bool = moment - session.get(SINCE, moment) > settings.SESSION_COOKIE_AGE
    return idle or old


def _keep_or_end(request: HttpRequest, at: datetime) -> None:
    if has_ended(request.session, at):
        logout(request)
        return
    if at.timestamp() - request.session.get(SEEN, 0) > NOTED_EVERY:
        request.session.setdefault(SINCE, at.timestamp())
        request.session[SEEN] = at.timestamp()
