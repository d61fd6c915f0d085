"""Serves the library's pages by our rules: marked as forms, one transaction, 422 when something is wrong."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from wortel.shell.middleware import takes_form

Page = Callable[..., HttpResponse]


def with_form(page: Page, *, in_one_go: bool = True) -> Page:
    """The page, wrapped. What it writes and the entry in the trail stand or fall together, except without `in_one_go`:
    for what waits for another machine or works long, and must not hold up who writes meanwhile."""

    @wraps(page)
    def served(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if request.method != "POST":
            return page(request, *args, **named)
        if in_one_go:
            with transaction.atomic():
                response = page(request, *args, **named)
        else:
            response = page(request, *args, **named)
        if response.status_code == HTTPStatus.OK and not getattr(response, "streaming", False):
            response.status_code = HTTPStatus.UNPROCESSABLE_ENTITY
        return response

    return takes_form(never_cache(served))
