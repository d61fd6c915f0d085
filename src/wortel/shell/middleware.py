"""A page that is only read cannot write."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

_WRITES = re.compile(r"\s*(insert|update|delete|replace|merge|drop|alter|create|truncate)\b", re.IGNORECASE)


class ReadingPageWrote(RuntimeError):
    """A GET or HEAD request tried to change the database: a fault in our code, never in the visitor's request."""


def _refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if _WRITES.match(sql):
        raise ReadingPageWrote(sql.split(maxsplit=3)[0])
    return execute(sql, params, many, context)


def reading_cannot_write(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Refuses every writing statement while a GET, HEAD or OPTIONS request is answered."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD", "OPTIONS"}:
            return get_response(request)
        with connection.execute_wrapper(_refuse_writes):
            return get_response(request)

    return answer
