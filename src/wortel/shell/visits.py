"""The outermost door: numbers every request, and notes one line of each answer."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from wortel.shell import request_id, traffic

LOG = logging.getLogger("wortel.visits")
METHODS = {"GET", "HEAD", "POST", "OPTIONS"}


def number_and_note(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Gives request and answer their number; the line holds no address, only which page it was."""

    def answer(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        number = request_id.begin(request)
        try:
            response = get_response(request)
            response.headers[request_id.HEADER] = number
            _note(request, response, time.perf_counter() - started)
        finally:
            request_id.end()
        return response

    return answer


def route_of(request: HttpRequest) -> str:
    """The name of the page, never its path: `actors:actor`, `static`, or `none` where there is no page."""
    found = request.resolver_match
    if found is not None:
        return found.view_name or "unnamed"
    return "static" if request.path_info.startswith(settings.STATIC_URL) else "none"


def _note(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    route = getattr(request, "wortel_route", "") or route_of(request)
    method = request.method if request.method in METHODS else "other"
    if settings.METRICS:
        traffic.count(method, route, response.status_code, seconds)
    about = {"method": method, "route": route, "status": response.status_code, "ms": round(seconds * 1000, 1)}
    LOG.info("%(method)s %(route)s %(status)s %(ms)s ms", about, extra=about)
