"""Problems as programs read them: application/problem+json (RFC 9457), in Dutch sentences."""

from collections.abc import Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.http import JsonResponse
from django.utils.translation import gettext
from ninja import Schema
from ninja.errors import HttpError, ValidationError
from pydantic import Field

MEDIA_TYPE = "application/problem+json"


class WrongParameter(Schema):
    """One parameter of the question that cannot be read."""

    name: str = Field(examples=["on"])
    place: str = Field(description="query or path", examples=["query"])
    detail: str = Field(description="What to write instead, in Dutch")


class Problem(Schema):
    """Why there is no answer (RFC 9457). `title` and `detail` are Dutch sentences for a person to read."""

    type: str = Field(examples=["about:blank"])
    title: str = Field(examples=["Dit is er niet"])
    status: int = Field(examples=[404])
    detail: str = Field(examples=["De oudste kaart is die van 31 december 2018. Kies een dag vanaf dan."])
    errors: list[WrongParameter] = Field(default=[], description="Only with 422: each parameter that is wrong")


class Refused(Exception):
    """A question that has no answer: `status` 404 (well asked, nothing there) or 422 (cannot be read)."""

    def __init__(self, status: HTTPStatus, detail: str, errors: Sequence[Mapping[str, str]] = ()) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.errors = errors


def not_there(detail: str) -> Refused:
    """The refusal of a well-put question about something that is not there."""
    return Refused(HTTPStatus.NOT_FOUND, detail)


def problem(status: int, detail: str = "", errors: Sequence[Mapping[str, str]] = ()) -> JsonResponse:
    """The answer that says what is wrong; without `detail` the usual sentence of the status."""
    title, usual = _of_status(status)
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status, "detail": detail or usual}
    if errors:
        body["errors"] = list(errors)
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE)


def problem_of(error: object) -> JsonResponse | None:
    """The problem of a refusal: ours, or one of ninja about a parameter or a body; `None` for any other error."""
    match error:
        case Refused():
            return problem(error.status, error.detail, error.errors)
        case ValidationError():
            wrong = [_wrong(each) for each in error.errors]
            return problem(
                HTTPStatus.UNPROCESSABLE_ENTITY, " ".join(f"{e['name']}: {e['detail']}" for e in wrong), wrong
            )
        case HttpError():
            return problem(error.status_code)
    return None


def _wrong(error: Mapping[str, Any]) -> dict[str, str]:
    place, *names = error["loc"]
    sentence = _sentence(str(error["type"]), error.get("ctx") or {})
    return {"name": str(names[-1] if names else place), "place": str(place), "detail": sentence}


def _sentence(kind: str, context: Mapping[str, Any]) -> str:
    say = _SENTENCES.get(kind)
    if say is None:
        return gettext("Deze waarde past hier niet. Kijk in de documentatie wat je kunt schrijven.")
    return say() % {"low": context.get("ge"), "high": context.get("le"), "choices": context.get("expected")}


_SENTENCES: Mapping[str, Callable[[], str]] = {
    "missing": lambda: gettext("Dit moet je erbij geven."),
    "day": lambda: gettext("Schrijf een dag die bestaat, als JJJJ-MM-DD."),
    "whole_number": lambda: gettext("Schrijf een geheel getal in cijfers."),
    "decimal": lambda: gettext("Schrijf een getal in cijfers, met een punt voor decimalen."),
    "truth": lambda: gettext("Schrijf true of false."),
    "greater_than_equal": lambda: gettext("Kies een getal vanaf %(low)s."),
    "less_than_equal": lambda: gettext("Kies een getal tot en met %(high)s."),
    "literal_error": lambda: gettext("Kies uit: %(choices)s."),
    "string_too_short": lambda: gettext("Schrijf 1 tot 200 gewone tekens."),
    "string_too_long": lambda: gettext("Schrijf 1 tot 200 gewone tekens."),
    "text": lambda: gettext("Schrijf 1 tot 200 gewone tekens."),
}


def _of_status(status: int) -> tuple[str, str]:
    known = {
        400: (
            gettext("Deze vraag kunnen we niet lezen"),
            gettext("Het adres bevat iets dat hier niet past. Kijk het na en probeer opnieuw."),
        ),
        404: (
            gettext("Dit is er niet"),
            gettext("Op dit adres staat niets. Alle adressen staan op /api/v1/docs."),
        ),
        405: (
            gettext("Hier kun je alleen lezen"),
            gettext("Vraag met GET, HEAD of OPTIONS. Iets melden of verbeteren doe je op de pagina’s."),
        ),
        422: (
            gettext("Deze vraag klopt niet"),
            gettext("Een van de waarden past hier niet. Kijk in de documentatie wat je kunt schrijven."),
        ),
        429: (
            gettext("Dat ging even te snel"),
            gettext("Wacht het aantal seconden dat in Retry-After staat en vraag opnieuw."),
        ),
    }
    if status in known:
        return known[status]
    if status < HTTPStatus.INTERNAL_SERVER_ERROR:
        return known[400]
    return (
        gettext("Dit lukt nu niet, en dat ligt aan ons"),
        gettext("Probeer het over een minuut opnieuw."),
    )
