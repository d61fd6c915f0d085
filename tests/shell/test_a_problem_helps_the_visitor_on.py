"""What cannot be given is said in one sentence with a way out: a page for people, problem details for programs."""

from __future__ import annotations

import json

import pytest
from django.http import Http404, HttpRequest
from django.test import Client, RequestFactory
from django.utils.translation import override

from wortel.shell.problems import PageProblem, ProblemPages, not_found, server_error


def answer_to(path: str, problem: Exception) -> object:
    def view(_request: HttpRequest) -> None:
        raise AssertionError

    return ProblemPages(view).process_exception(RequestFactory().get(path), problem)  # type: ignore[arg-type]


def test_a_program_gets_problem_details() -> None:
    answer = answer_to("/api/v1/iets", PageProblem(422, "Verkeerd jaar", "Kies een jaar."))
    assert answer["Content-Type"] == "application/problem+json"  # type: ignore[index]
    assert json.loads(answer.content)["detail"] == "Kies een jaar."  # type: ignore[attr-defined]


def test_another_fault_is_not_ours_to_hide() -> None:
    assert answer_to("/", ValueError("iets")) is None


@pytest.mark.django_db
def test_a_page_that_does_not_exist_offers_the_search_box(client: Client) -> None:
    answer = client.get("/bestaat-niet/")
    assert answer.status_code == 404
    assert 'role="search"' in answer.content.decode()


@pytest.mark.django_db
def test_the_same_in_english(client: Client) -> None:
    answer = client.get("/en/bestaat-niet/")
    assert answer.status_code == 404
    assert '<html lang="en">' in answer.content.decode()


def test_a_fault_of_ours_asks_nothing_of_the_database() -> None:
    with override("nl"):
        answer = server_error(RequestFactory().get("/"))
    assert answer.status_code == 500
    assert "dat ligt aan ons" in answer.content.decode()


@pytest.mark.django_db
def test_not_found_under_the_api_is_json() -> None:
    assert not_found(RequestFactory().get("/api/v1/niets"), Http404())["Content-Type"] == "application/problem+json"
