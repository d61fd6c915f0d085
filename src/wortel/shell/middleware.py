"""A page that is only read cannot write, and takes nothing in."""

from __future__ import annotations

import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from django.db import connection
from django.http import HttpRequest, HttpResponse

from wortel.shell.problems import method_not_allowed

READING = ("GET", "HEAD", "OPTIONS")
F = TypeVar("F", bound=Callable[..., HttpResponse])
_WRITES = re.compile(r"\s*(insert|update|delete|replace|merge|drop|alter|create|truncate)\b", re.IGNORECASE)


class ReadingPageWrote(RuntimeError):
    """A GET or HEAD request tried to change the database: a fault in our code, never in the visitor's request."""


def reading_cannot_write(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuses every writing statement while a GET, HEAD or OPTIONS request is answered."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in READING:
            return get_response(request)

        def refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
            if _WRITES.match(sql) and not getattr(request, "wortel_writes_on_get", ""):
                raise ReadingPageWrote(sql.split(maxsplit=3)[0])
            return execute(sql, params, many, context)

        with connection.execute_wrapper(refuse_writes):
            return get_response(request)

    return answer


def takes_form(view: F) -> F:
    """Marks a page with a form: people may send it back with POST."""
    view.takes_form = True  # type: ignore[attr-defined]
    return view


def writes_on_get(reason: str) -> Callable[[F], F]:
    """Marks the rare page that must write when it is opened, and says why: another site leads a browser to it."""

    def mark(view: F) -> F:
        view.writes_on_get = reason  # type: ignore[attr-defined]
        return view

    return mark


class OnlyFormsTakePost:
    """Middleware: POST reaches only pages marked with `takes_form`; OPTIONS says what a page takes; the rest is 405."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        _args: tuple[object, ...],
        _named: dict[str, object],
    ) -> HttpResponse | None:
        """The answer to a method this page does not take; `None` lets the page answer."""
        request.wortel_writes_on_get = getattr(view, "writes_on_get", "")  # type: ignore[attr-defined]
        allowed = (*READING, "POST") if getattr(view, "takes_form", False) else READING
        if request.method == "OPTIONS":
            return HttpResponse(status=HTTPStatus.NO_CONTENT, headers={"Allow": ", ".join(allowed)})
        return None if request.method in allowed else method_not_allowed(request, allowed)
