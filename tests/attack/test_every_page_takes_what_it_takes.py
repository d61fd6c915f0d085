"""Other methods, other hosts, odd headers: every page answers or refuses, and never fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

FILLED = {"nis": "44021", "code": "70000", "kind": "claim", "form": "csv", "pk": "1"}
ELSE = "niemand"


class Page(NamedTuple):
    """An address with every parameter filled in, and whether people may send something back to it."""

    address: str
    is_form: bool


def pages(resolver: URLResolver, before: str = "/", space: str = "") -> Iterator[tuple[str, Page]]:
    """Every page by its name; the API has tests of its own."""
    for pattern in resolver.url_patterns:
        here = before + str(pattern.pattern).removeprefix("^").removesuffix("$").replace("\\", "")
        if isinstance(pattern, URLResolver):
            yield from pages(pattern, here, pattern.namespace or space) if pattern.namespace != "api-1.0.0" else ()
        elif isinstance(pattern, URLPattern) and not here.startswith("/api/"):
            page = Page(address_of(here), is_form=getattr(pattern.callback, "takes_form", False))
            yield f"{space}:{pattern.name}", page


def address_of(route: str) -> str:
    """The route with every parameter filled in."""
    parts = []
    for part in route.split("/"):
        name = part.strip("<>").split(":")[-1]
        parts.append(FILLED.get(name, ELSE) if part.startswith("<") else part)
    return "/".join(parts).replace("(?P<form>csv|xlsx|json)", "csv")


PAGES = dict(pages(get_resolver()))
FORMS = {name: page.address for name, page in PAGES.items() if page.is_form}
BY_A_PROGRAM = {"post:unsubscribe"}
"""Sent by a mail program in one click, without our token (RFC 8058): the address itself is signed."""


def test_the_walk_finds_every_room() -> None:
    rooms = {
        "shell", "terms", "post", "people", "replies", "actors", "organisations", "coverage", "exchange",
        "introductions", "network", "alliances", "atlas", "demo", "privacy",
    }  # fmt: skip
    assert {name.split(":")[0] for name in PAGES} == {*rooms, ""}
    assert {"actors:reply", "organisations:edit", "people:invite", "exchange:new", ":account_login"} <= FORMS.keys()


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "X" * 300])
def test_a_method_no_page_knows_is_refused(client: Client, method: str) -> None:
    for page in PAGES.values():
        answer = client.generic(method, page.address)
        assert (answer.status_code, "GET" in answer.headers.get("Allow", "")) == (405, True)
        assert "alleen lezen" in answer.content.decode()


@pytest.mark.django_db
def test_only_a_form_is_sent_back(client: Client) -> None:
    for name, page in PAGES.items():
        status = client.post(page.address).status_code
        assert status < 500 and status != 405 if page.is_form else status == 405, name


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused() -> None:
    strict = Client(enforce_csrf_checks=True)
    for name in FORMS.keys() - BY_A_PROGRAM:
        answer = strict.post(FORMS[name], {"message": "x"})
        assert answer.status_code == 403, name
        assert "niet meer geldig" in answer.content.decode(), name


@pytest.mark.django_db
def test_options_says_what_a_page_takes(client: Client) -> None:
    for name, page in PAGES.items():
        answer = client.options(page.address)
        assert (answer.status_code, "POST" in answer.headers["Allow"]) == (204, page.is_form), name


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
