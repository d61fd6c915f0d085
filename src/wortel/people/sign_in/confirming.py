"""Whoever changes what guards an account, showed a short while ago that it is theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core.exceptions import ReauthenticationRequired
from django.http import HttpRequest, HttpResponse

from wortel.shell import clock

RECENT = timedelta(minutes=15)
Page = Callable[..., HttpResponse]


def confirmed_at(records: Iterable[Mapping[str, Any]]) -> float | None:
    """When somebody last signed in or confirmed, in seconds since 1970; `None` for never."""
    return max((record["at"] for record in records if isinstance(record.get("at"), int | float)), default=None)


def confirmed_recently(page: Page) -> Page:
    """Brings who signed in too long ago to confirm it first, and then back. Also for who has no second factor yet,
    whom allauth itself lets through."""

    @wraps(page)
    def asked(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if request.user.is_authenticated:
            since = confirmed_at(get_authentication_records(request, request.user))
            if since is None or clock.now().timestamp() - since > RECENT.total_seconds():
                raise ReauthenticationRequired
        return page(request, *args, **named)

    return asked
