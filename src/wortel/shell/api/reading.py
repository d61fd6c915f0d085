"""Middleware for /api/: read only, open to every website, never asked twice for what did not change."""

import hashlib
from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from wortel.shell.api.problems import MEDIA_TYPE, problem
from wortel.shell.api.questions import FICTIONAL

PREFIX = "/api/"
METHODS = "GET, HEAD, OPTIONS"


def open_reading(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answers HEAD and OPTIONS, refuses to write, gives every answer an ETag and every problem its own form."""

    def answer(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(PREFIX):
            return get_response(request)
        if request.method == "OPTIONS":
            return _opened(_allowed(HttpResponse(status=HTTPStatus.NO_CONTENT)))
        if request.method not in {"GET", "HEAD"}:
            return _opened(_allowed(problem(HTTPStatus.METHOD_NOT_ALLOWED)))
        return _opened(_read(request, get_response))

    return answer


def _read(request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]) -> HttpResponse:
    asked_with, request.method = request.method, "GET"
    response = get_response(request)
    response.cookies.clear()  # what everyone may keep a copy of must not carry the session of who asked first
    if response.status_code >= HTTPStatus.BAD_REQUEST and response.headers.get("Content-Type") != MEDIA_TYPE:
        response = problem(response.status_code)
    if response.status_code == HTTPStatus.OK:
        response = _unless_known(request, response)
    request.method = asked_with
    if asked_with == "HEAD":
        response.headers["Content-Length"] = str(len(response.content))
        response.content = b""
    return response


def _unless_known(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    etag = quote_etag(hashlib.sha256(response.content).hexdigest()[:32])
    response.headers["ETag"] = etag
    response.headers.setdefault("Cache-Control", "public, no-cache")
    answer = get_conditional_response(request, etag=etag, response=response)
    if isinstance(answer, HttpResponse) and answer is not response:
        if FICTIONAL in response.headers:
            answer.headers[FICTIONAL] = response.headers[FICTIONAL]
        return answer
    return response


def _allowed(response: HttpResponse) -> HttpResponse:
    response.headers["Allow"] = METHODS
    return response


def _opened(response: HttpResponse) -> HttpResponse:
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Methods"] = METHODS
    response.headers["Access-Control-Allow-Headers"] = "If-None-Match, Accept, Content-Type"
    response.headers["Access-Control-Expose-Headers"] = f"ETag, {FICTIONAL}"
    response.headers["Access-Control-Max-Age"] = "86400"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
