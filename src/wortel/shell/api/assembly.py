"""The whole API: every room's questions behind one OpenAPI 3.1 document."""

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from wortel.shell.api.problems import MEDIA_TYPE, problem_of
from wortel.shell.api.questions import FICTIONAL

_HEADERS = {
    "ETag": {
        "description": "Fingerprint of this answer. Send it back as If-None-Match: 304 when nothing changed.",
        "schema": {"type": "string"},
    },
    FICTIONAL: {
        "description": "`true` when anything in this answer is fictional (the demo world).",
        "schema": {"type": "string", "enum": ["true"]},
    },
}
_RETRY_AFTER = {"Retry-After": {"description": "Seconds to wait", "schema": {"type": "integer", "minimum": 1}}}


class _Renderer(JSONRenderer):
    """JSON in plain UTF-8; escapes only where UTF-8 cannot say it."""

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> Any:  # noqa: ARG002
        text = json.dumps(data, cls=self.encoder_class, ensure_ascii=False, separators=(",", ":"))
        try:
            return text.encode()
        except UnicodeEncodeError:
            return json.dumps(data, cls=self.encoder_class).encode()


class ReadingApi(NinjaAPI):
    """An API that only answers questions; problems are problem details, in the document as on the wire."""

    def __init__(self, **about: Any) -> None:
        super().__init__(docs_url=None, renderer=_Renderer(), **about)
        self._documents: dict[str | None, OpenAPISchema] = {}

    def on_exception(self, request: HttpRequest, exc: Any) -> HttpResponse:  # noqa: ARG002 - ninja's own signature
        """A refusal as a problem; any other error goes on, to Django."""
        answer = problem_of(exc)
        if answer is None:
            raise exc
        return answer

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        """The document, written once; ninja has one media type for all answers, that of problems is set right here."""
        if path_prefix not in self._documents:
            self._documents[path_prefix] = self._written(path_prefix, path_params)
        return self._documents[path_prefix]

    def _written(self, path_prefix: str | None, path_params: dict[str, Any] | None) -> OpenAPISchema:
        document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        for operations in document["paths"].values():
            for operation in operations.values():
                operation["parameters"] = [_parameter(parameter) for parameter in operation["parameters"]]
                operation["responses"] = {
                    str(status): _described(int(status), response)
                    for status, response in operation["responses"].items()
                }
        return document


def _parameter(parameter: Mapping[str, Any]) -> dict[str, Any]:
    """Without null in its schema, and with its example where OpenAPI wants it."""
    schema = _without_null(parameter["schema"])
    example = {"example": schema["examples"][0]} if "examples" in schema else {}
    return {**{key: value for key, value in parameter.items() if key != "examples"}, "schema": schema, **example}


def _without_null(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A parameter is left out or has a value: an address cannot say null."""
    kept = [choice for choice in schema.get("anyOf", ()) if choice != {"type": "null"}]
    if len(kept) != 1:
        return dict(schema)
    return {**{key: value for key, value in schema.items() if key != "anyOf"}, **kept[0]}


def _described(status: int, response: Mapping[str, Any]) -> dict[str, Any]:
    if status < HTTPStatus.BAD_REQUEST:
        return {**response, "headers": _HEADERS}
    schema = next(iter(response["content"].values()))["schema"]
    retry = {"headers": _RETRY_AFTER} if status == HTTPStatus.TOO_MANY_REQUESTS else {}
    return {**response, **retry, "description": _PROBLEMS[status], "content": {MEDIA_TYPE: {"schema": schema}}}


_PROBLEMS = {
    400: "The request cannot be read at all",
    404: "A well-put question about something that is not there (or not on that day)",
    422: "A parameter is missing, unknown, or cannot hold this value; `errors` names each",
    429: "Asked too often; `Retry-After` says how many seconds to wait",
}
