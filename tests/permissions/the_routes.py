"""Every address the site answers: the resolver walked, the API's own document, the probes. Found, not listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from wortel.site import health
from wortel.site.api import api

Key = tuple[str, str]


def routes() -> dict[Key, tuple[str, ...]]:
    """Names of the parameters by address and method: GET for every one, POST for what takes a form."""
    found = {(name, "GET"): parameters for name, parameters, _ in _pages(get_resolver())}
    for name, parameters, view in _pages(get_resolver()):
        if getattr(view, "takes_form", False):
            found[name, "POST"] = parameters
    found |= {(path, "GET"): () for path in api.get_openapi_schema()["paths"]}
    return found | {(path, "GET"): () for path in health.PROBES}


def _pages(resolver: Any, space: str = "", above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...], Any]]:
    for pattern in resolver.url_patterns:
        parameters = (*above, *_parameters(pattern))
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            if not inner.startswith("wortel-api:"):
                yield from _pages(pattern, inner, parameters)
        elif isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern} has no name: nobody can say who may open it"
            yield f"{space}{pattern.name}", parameters, pattern.callback


def _parameters(pattern: Any) -> tuple[str, ...]:
    converters = getattr(pattern.pattern, "converters", None)
    return tuple(converters) if converters else tuple(pattern.pattern.regex.groupindex)


def address(key: Key, parameters: tuple[str, ...], filled: Mapping[str, str]) -> str:
    """The address with its parameters filled in: by `name:parameter` where that is given, else by parameter.

    A name may have a variant (`name#variant`): the same address about another thing.
    """
    name, _, _ = key[0].partition("#")
    if name.startswith("/"):
        path = name
        for parameter in [part[1:-1] for part in name.split("/") if part.startswith("{")]:
            value = filled.get(f"api:{name}:{parameter}") or filled[f"api:{parameter}"]
            path = path.replace("{" + parameter + "}", value)
        return f"{path}?{filled[f'api:{name}?']}" if f"api:{name}?" in filled else path
    given = {each: filled.get(f"{key[0]}:{each}", filled.get(each, "")) for each in parameters}
    assert all(given.values()), f"nothing to fill in at {name}: {given}"
    return reverse(name, kwargs=given)
