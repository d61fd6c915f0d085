"""This same address with one thing changed; a changed question starts again at its first page."""

from __future__ import annotations

import re
from collections.abc import Collection

from django.http import HttpRequest, QueryDict

from wortel.shell.paging import PARAMETER as PAGE

_PASSED_OVER = re.compile(r"utm_\w+|fbclid|gclid|msclkid")
"""What others hang behind an address to count visits: nobody here asked it."""


def with_one(request: HttpRequest, parameter: str, value: str) -> str:
    """With this value and no other for the parameter."""
    query = _copy(request)
    query[parameter] = value
    return _written(request, query)


def toggled(request: HttpRequest, parameter: str, value: str) -> str:
    """With the value added to the parameter's, or taken away when it was there."""
    query = _copy(request)
    values = [word for word in query.getlist(parameter) if word]
    query.setlist(parameter, [word for word in values if word != value] if value in values else [*values, value])
    return _written(request, query)


def without(request: HttpRequest, *parameters: str) -> str:
    """Without these parameters."""
    query = _copy(request)
    for parameter in parameters:
        query.pop(parameter, None)
    return _written(request, query)


def strangers(request: HttpRequest, known: Collection[str]) -> list[str]:
    """The parameters a page does not know; what others add to count visits is passed over."""
    return [name for name in request.GET if name not in known and not _PASSED_OVER.fullmatch(name)]


def _copy(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    query.pop(PAGE, None)
    query.pop("vorm", None)
    return query


def _written(request: HttpRequest, query: QueryDict) -> str:
    for name in [name for name, values in query.lists() if not any(values)]:
        query.pop(name)
    return f"{request.path}?{query.urlencode()}" if query else request.path
