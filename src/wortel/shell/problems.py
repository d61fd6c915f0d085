"""What a visitor gets when a page cannot be given: what is wrong, in one sentence, and the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.translation import gettext

from wortel.shell.api.problems import problem
from wortel.shell.request_id import current

_API = "/api/"


@dataclass(frozen=True, slots=True)
class WayOut:
    """A link that helps: what the visitor will find there, and its address."""

    label: str
    url: str


class PageProblem(Exception):
    """A page that cannot be given as asked. `status` is the HTTP status (404 or 422 mostly); texts are for people.

    With `redirect_to` a browser is brought there instead; the API still gets problem details.
    """

    def __init__(
        self, status: int, title: str, sentence: str, ways_out: tuple[WayOut, ...] = (), *, redirect_to: str = ""
    ) -> None:
        super().__init__(sentence)
        self.redirect_to = redirect_to
        self.status = status
        self.title = title
        self.sentence = sentence
        self.ways_out = ways_out


class ProblemPages:
    """Middleware: a `PageProblem` raised anywhere in a page becomes the helpful page, or problem details in the API."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The answer to a `PageProblem`; any other exception goes on."""
        return problem_response(request, exception) if isinstance(exception, PageProblem) else None


def problem_response(request: HttpRequest, found: PageProblem) -> HttpResponse:
    """The problem as problem details (RFC 9457) under /api/, as a page elsewhere."""
    if request.path.startswith(_API):
        return problem(found.status, found.sentence)
    if found.redirect_to:
        return HttpResponseRedirect(found.redirect_to)
    html = render_to_string("shell/error.html", {"problem": found, "number": current()}, request)
    return HttpResponse(html, status=found.status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's own signature
    """400: a request that no page can read."""
    if request.path.startswith(_API):
        return problem(HTTPStatus.BAD_REQUEST)
    title = gettext("Deze vraag kunnen we niet lezen")
    sentence = gettext("Het adres of het formulier bevat iets dat hier niet past. Ga terug en probeer het opnieuw.")
    ours = PageProblem(HTTPStatus.BAD_REQUEST, title, sentence)
    try:
        request.get_host()
    except DisallowedHost:
        # Asked for under a name that is not ours: nothing on the page may repeat that name.
        return HttpResponse(render_to_string("shell/error.html", {"problem": ours}), status=ours.status)
    return problem_response(request, ours)


def method_not_allowed(request: HttpRequest, allowed: Sequence[str]) -> HttpResponse:
    """405: a page that is only read, or a method no page knows."""
    title = gettext("Deze pagina kun je alleen lezen")
    sentence = gettext("Iets melden of verbeteren doe je met het formulier op de pagina van een gemeente of actor.")
    response = problem_response(request, PageProblem(HTTPStatus.METHOD_NOT_ALLOWED, title, sentence))
    response.headers["Allow"] = ", ".join(allowed)
    return response


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """403: refused, most often a form that stood open too long (also Django's CSRF failure view)."""
    title = gettext("Dit formulier is niet meer geldig")
    sentence = gettext(
        "Je had het te lang open, of je browser bewaart geen cookies. Laad de pagina opnieuw en verstuur."
    )
    return problem_response(request, PageProblem(HTTPStatus.FORBIDDEN, title, sentence))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001
    """404: no page at this address."""
    if request.path.startswith(_API):
        return problem(HTTPStatus.NOT_FOUND)
    title = gettext("Deze pagina bestaat niet")
    sentence = gettext("Misschien is het adres verkeerd getypt, of is de gemeente gefuseerd. Zoek ze hieronder.")
    return problem_response(request, PageProblem(HTTPStatus.NOT_FOUND, title, sentence))


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault. Asks nothing of the database, for that may be what is broken."""
    if request.path.startswith(_API):
        return problem(HTTPStatus.INTERNAL_SERVER_ERROR)
    title = gettext("Dit lukt nu niet, en dat ligt aan ons")
    sentence = gettext("Er ging iets mis terwijl we deze pagina maakten. Probeer het over een minuut opnieuw.")
    ours = PageProblem(HTTPStatus.INTERNAL_SERVER_ERROR, title, sentence)
    html = render_to_string("shell/error.html", {"problem": ours, "number": current()})
    return HttpResponse(html, status=ours.status)
