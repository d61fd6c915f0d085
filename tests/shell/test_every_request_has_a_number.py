"""Every answer carries the number of its request; only a trusted proxy may choose it."""

from __future__ import annotations

import re

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from wortel.shell import request_id
from wortel.shell.problems import server_error
from wortel.shell.visits import number_and_note

GIVEN = "van-de-proxy-0001"


def answered(**headers: str) -> str:
    return number_and_note(lambda _request: HttpResponse())(RequestFactory().get("/", **headers)).headers[
        "X-Request-ID"
    ]


def test_a_number_is_made_when_none_is_given() -> None:
    assert re.fullmatch(r"[0-9a-f]{16}", answered())
    assert answered() != answered()


def test_the_page_sees_the_number_that_goes_out() -> None:
    seen: list[str] = []

    def page(request: HttpRequest) -> HttpResponse:
        seen.append(request_id.current())
        return HttpResponse()

    number = number_and_note(page)(RequestFactory().get("/")).headers["X-Request-ID"]
    assert seen == [number]
    assert request_id.current() == ""


def test_a_stranger_cannot_choose_the_number(settings: Settings) -> None:
    assert answered(HTTP_X_REQUEST_ID=GIVEN) != GIVEN
    settings.TRUSTED_PROXY = "10.0.0.1"
    assert answered(HTTP_X_REQUEST_ID=GIVEN, REMOTE_ADDR="10.0.0.2") != GIVEN


@pytest.mark.parametrize(
    ("given", "kept"), [(GIVEN, True), ("kort", False), ("a" * 61, False), ("regel\r\nnog een", False)]
)
def test_a_trusted_proxy_may_when_it_looks_sane(given: str, kept: bool, settings: Settings) -> None:
    settings.TRUSTED_PROXY = "10.0.0.1"
    number = answered(HTTP_X_REQUEST_ID=given, REMOTE_ADDR="10.0.0.1")
    assert (number == given) is kept


@pytest.mark.django_db
def test_a_page_that_is_not_there_says_the_number_to_mail(client: Client) -> None:
    answer = client.get("/bestaat-niet/")
    assert f"<code>{answer.headers['X-Request-ID']}</code>" in answer.content.decode()


def test_a_fault_of_ours_says_the_number_to_mail() -> None:
    answer = number_and_note(server_error)(RequestFactory().get("/"))
    assert f"<code>{answer.headers['X-Request-ID']}</code>" in answer.content.decode()
