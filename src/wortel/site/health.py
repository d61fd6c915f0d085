"""/gezond, /klaar and /metrics: for the machine that watches us.

Answered before everything else: whatever name or scheme the watcher asks with, without cookies, language or sign-in.
"""

from __future__ import annotations

import hmac
import shutil
from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse

from wortel.post.public import is_stuck
from wortel.shell.clock import now
from wortel.shell.places import data_folder
from wortel.site import installation

Answer = Callable[[HttpRequest], HttpResponse]


def probes(get_response: Answer) -> Answer:
    """Middleware: the three addresses below, to who reads them; everything else goes on."""

    def answer(request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path_info)
        if probe is None or request.method not in {"GET", "HEAD"}:
            return get_response(request)
        request.wortel_route = probe.__name__  # type: ignore[attr-defined]
        response = probe(request)
        response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def alive(_request: HttpRequest) -> HttpResponse:
    """This process answers; it asks nothing of anything else."""
    return JsonResponse({"ok": True})


def ready(_request: HttpRequest) -> HttpResponse:
    """Visitors may be sent here: 503 and which part says no, without any detail.

    `warnings` names what a person must look at though visitors are served: taking every server away helps no mail.
    """
    database = _database_answers()
    parts = {"database": database, "migrations": database and _is_current(), "disk": has_room()}
    ok = all(parts.values())
    warnings = ["mail"] if database and _mail_is_stuck() else []
    status = HTTPStatus.OK if ok else HTTPStatus.SERVICE_UNAVAILABLE
    return JsonResponse({"ok": ok, **parts, "warnings": warnings}, status=status)


def metrics(request: HttpRequest) -> HttpResponse:
    """Figures in the form of Prometheus; 404 unless switched on, 401 without the token where one is set."""
    if not settings.METRICS:
        return HttpResponse(status=HTTPStatus.NOT_FOUND)
    token = settings.METRICS_TOKEN
    given = request.META.get("HTTP_AUTHORIZATION", "")
    if token and not hmac.compare_digest(given.encode("utf-8", "replace"), f"Bearer {token}".encode()):
        return HttpResponse(status=HTTPStatus.UNAUTHORIZED, headers={"WWW-Authenticate": "Bearer"})
    from wortel.site.metrics import exposition  # noqa: PLC0415  (off by default)

    text, media_type = exposition()
    return HttpResponse(text, content_type=media_type)


def has_room() -> bool:
    """Whether the disk of the data folder has the room that is asked for."""
    try:
        return shutil.disk_usage(data_folder()).free >= settings.FREE_MB_NEEDED * 1_000_000
    except OSError:
        return False


PROBES: dict[str, Answer] = {"/gezond": alive, "/klaar": ready, "/metrics": metrics}
_SEEN_CURRENT: set[str] = set()
"""Names of databases seen with every migration; while a server runs, its own migrations do not change."""


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone())
    except Exception:  # noqa: BLE001  (the pool has errors of its own; whatever it is, the answer is no)
        return False


def _is_current() -> bool:
    name = str(connection.settings_dict["NAME"])
    try:
        if name not in _SEEN_CURRENT and not installation.missing_migrations():
            _SEEN_CURRENT.add(name)
    except DatabaseError:
        return False
    return name in _SEEN_CURRENT


def _mail_is_stuck() -> bool:
    try:
        return is_stuck(now())
    except DatabaseError:
        return True
