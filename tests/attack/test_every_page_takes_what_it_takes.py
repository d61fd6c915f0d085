"""Other methods, other hosts, odd headers: every page answers or refuses, and never fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

FILLED = {"nis": "44021", "code": "70000", "ref": "niemand", "kind": "claim", "token": "x", "form": "csv"}
FORMS = {"atlas:reply", "actors:reply", "coverage:reply", "replies:confirm"}


def routes(resolver: URLResolver, before: str = "/", space: str = "") -> Iterator[tuple[str, str]]:
    """Name and address of every page; the API has tests of its own."""
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern).removeprefix("^").removesuffix("$").replace("\\", "")
        if isinstance(pattern, URLResolver):
            yield from routes(pattern, here, pattern.namespace or space) if pattern.namespace != "api-1.0.0" else ()
        elif isinstance(pattern, URLPattern) and not here.startswith("/api/"):
            yield f"{space}:{pattern.name}", here


def address_of(route: str) -> str:
    """The route with every parameter filled in."""
    parts = []
    for part in route.split("/"):
        name = part.strip("<>").split(":")[-1]
        parts.append(FILLED[name] if part.startswith("<") else part)
    return "/".join(parts).replace("(?P<form>csv|xlsx|json)", "csv")


PAGES = dict(routes(get_resolver()))


def test_the_walk_finds_every_room() -> None:
    assert {name.split(":")[0] for name in PAGES} == {"shell", "atlas", "coverage", "actors", "replies"}
    assert {name for name in PAGES if name in FORMS} == FORMS


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "X" * 300])
def test_a_method_no_page_knows_is_refused(client: Client, method: str) -> None:
    for route in PAGES.values():
        answer = client.generic(method, address_of(route))
        assert (answer.status_code, "GET" in answer.headers.get("Allow", "")) == (405, True)
        assert "alleen lezen" in answer.content.decode()


@pytest.mark.django_db
def test_only_a_form_is_sent_back(client: Client) -> None:
    for name, route in PAGES.items():
        expected = {200, 302, 404, 422} if name in FORMS else {405}
        assert client.post(address_of(route)).status_code in expected, name


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused(client: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    for name in FORMS:
        answer = strict.post(address_of(PAGES[name]), {"message": "x"})
        assert answer.status_code == 403
        assert "niet meer geldig" in answer.content.decode()


@pytest.mark.django_db
def test_options_says_what_a_page_takes(client: Client) -> None:
    for name, route in PAGES.items():
        answer = client.options(address_of(route))
        assert (answer.status_code, "POST" in answer.headers["Allow"]) == (204, name in FORMS)


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["kwaad.example", "a b", "", "testserver\r\nX-Kwaad: ja", "127.0.0.1@kwaad.example"])
def test_a_name_that_is_not_ours_gets_a_page_that_does_not_repeat_it(client: Client, host: str) -> None:
    for path in ("/", "/dekking/", "/bestaat/niet/", "/gemeenten/44021/reageer/"):
        answer = client.get(path, HTTP_HOST=host)
        assert answer.status_code == 400
        assert "kunnen we niet lezen" in answer.content.decode()
        assert "kwaad" not in answer.content.decode()


ODD: list[dict[str, str]] = [
    {"HTTP_ACCEPT_LANGUAGE": "x" * 5000},
    {"HTTP_ACCEPT_LANGUAGE": "nl;q=abc,\xff;q=9e999"},
    {"HTTP_COOKIE": "csrftoken=\x00;a;=;;django_language=../../x"},
    {"HTTP_IF_NONE_MATCH": '"' * 500},
    {"HTTP_IF_NONE_MATCH": "W/x, \xff, *"},
    {"HTTP_IF_MODIFIED_SINCE": "gisteren 99"},
    {"HTTP_RANGE": "bytes=9-1"},
    {"HTTP_ACCEPT_ENCODING": "gzip;q=x"},
    {"HTTP_HX_REQUEST": "true", "HTTP_HX_CURRENT_URL": "http://[::1", "HTTP_HX_TARGET": "\xff<x>"},
    {"HTTP_REFERER": "http://["},
]


@pytest.mark.django_db
@pytest.mark.parametrize("header", ODD, ids=min)
def test_odd_headers_break_nothing(client: Client, header: dict[str, str]) -> None:
    for path in ("/", "/gemeenten/44021/", "/actoren/", "/dekking/bewijs/", "/api/v1/sources"):
        assert client.get(path, **header).status_code in {200, 304}, path  # type: ignore[arg-type]
