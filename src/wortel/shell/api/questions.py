"""How a room puts a question in its API: one answer, the same problems everywhere, no parameter left unread."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import Router

from wortel.shell.api.problems import Problem, Refused, not_there

FICTIONAL = "X-Wortel-Fictional"
View = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of one room. `refusals` are the facts that stand in the way of an answer; `say` words them."""

    tag: str
    refusals: tuple[type[Exception], ...] = ()
    say: Callable[[Exception], str] = str
    router: Router = field(default_factory=Router)

    def get(
        self, path: str, answer: Any, *, summary: str, example: Mapping[str, str] | None = None
    ) -> Callable[[View], View]:
        """Registers a view as the answer to GET `path`; its docstring is the description, its name the operationId.

        The view takes `request` only when it needs it.
        A refusal becomes 404 in words; a parameter that the view does not take becomes 422. `example` fills the
        parameters of the address that the documentation offers to try.
        """

        def register(view: View) -> View:
            known: set[str] = set()
            wants_request = "request" in inspect.signature(view).parameters

            @wraps(view)
            def ask(request: HttpRequest, **values: Any) -> Any:
                _refuse_unknown(request, known)
                try:
                    return view(request, **values) if wants_request else view(**values)
                except self.refusals as refusal:
                    raise not_there(self.say(refusal)) from refusal

            self.router.get(
                path,
                response={200: answer, 400: Problem, 404: Problem, 422: Problem, 429: Problem},
                operation_id=view.__name__,
                summary=summary,
                description=inspect.getdoc(view),
                tags=[self.tag],
                exclude_unset=True,
                openapi_extra={"x-example": dict(example or {})},
            )(ask)
            known.update(_query_names(self.router, path))
            return view

        return register


def flag_fictional(response: HttpResponse, fictional: bool) -> None:
    """Says in a header that something in this answer is made up, for programs that do not look at every object."""
    if fictional:
        response.headers[FICTIONAL] = "true"


def _query_names(router: Router, path: str) -> set[str]:
    operation = router.path_operations[path].operations[-1]
    models = [model for model in operation.models if model.__ninja_param_source__ == "query"]
    return {name for model in models for name in model.__ninja_flatten_map__}


def _refuse_unknown(request: HttpRequest, known: set[str]) -> None:
    unknown = sorted(set(request.GET) - known)
    if not unknown:
        return
    if known:
        sentence = gettext("Deze vraag kent alleen: %(known)s.") % {"known": ", ".join(sorted(known))}
    else:
        sentence = gettext("Deze vraag kent geen parameters achter het vraagteken.")
    errors = [{"name": name[:60], "place": "query", "detail": sentence} for name in unknown[:10]]
    raise Refused(HTTPStatus.UNPROCESSABLE_ENTITY, sentence, errors)
