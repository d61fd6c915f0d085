"""When two who write wait for each other, or too long: the database undid one of them, and trying again helps."""

from __future__ import annotations

import logging
from collections.abc import Callable
from http import HTTPStatus

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

from wortel.shell.api.problems import problem
from wortel.shell.problems import PageProblem
from wortel.shell.request_id import current

RETRY_SECONDS = 2
_MOMENTARY = {"40001", "40P01", "55P03"}
"""Of PostgreSQL (its appendix A): no order could be found, a deadlock, a lock that was not given in time."""
_LOCKED = ("database is locked", "database table is locked")
"""Of SQLite, after waiting as long as the settings say."""
_LOG = logging.getLogger("wortel.busy")


class BusyPages:
    """Middleware: a write that was undone because others wrote becomes a page (503) that says to try again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """503 with `Retry-After`; any other exception goes on. Asks nothing of the database."""
        if not is_momentary(exception):
            return None
        _LOG.warning("undone, for the database was busy: %s", type(exception.__cause__ or exception).__name__)
        response = _page(request)
        response.headers["Retry-After"] = str(RETRY_SECONDS)
        return response


def is_momentary(error: Exception) -> bool:
    """Whether the database undid this because of what others did at that moment."""
    if not isinstance(error, OperationalError):
        return False
    return getattr(error.__cause__, "sqlstate", "") in _MOMENTARY or str(error) in _LOCKED


def _page(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return problem(HTTPStatus.SERVICE_UNAVAILABLE)
    busy = PageProblem(
        HTTPStatus.SERVICE_UNAVAILABLE,
        gettext("Even te druk"),
        gettext("Anderen bewaarden net op hetzelfde moment iets. Er is niets veranderd. Ga terug en verstuur opnieuw."),
    )
    html = render_to_string("shell/error.html", {"problem": busy, "number": current()})
    return HttpResponse(html, status=busy.status)
