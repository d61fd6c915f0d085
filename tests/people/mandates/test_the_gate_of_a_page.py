"""A refusal becomes the page that helps: signing in, a second step, a reason; or nothing at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.cache import SessionStore
from django.db import connection
from django.http import Http404, HttpRequest
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from mandate_cast import AT

from wortel.kernel.reason import Reason
from wortel.kernel.verdict import Verdict
from wortel.people.models import Mandate, Person
from wortel.people.public import caller_of, permit
from wortel.shell.problems import PageProblem

NO, STEP = Verdict.no("people.only_members"), Verdict.no("people.second_factor")


def asked(path: str = "/iets/?a=1", person: Person | None = None) -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = person or AnonymousUser()  # type: ignore[assignment]
    request.session = SessionStore()
    return request


def say(_reason: Reason) -> str:
    return "Daarom niet."


def problem(request: HttpRequest, verdict: Verdict) -> PageProblem:
    with pytest.raises(PageProblem) as found:
        permit(request, verdict, say)
    return found.value


@pytest.fixture
def eva(db: None) -> Person:
    return Person.objects.create(email="eva@example.org", name="Eva", joined_at=AT)


def test_the_allowed_goes_through() -> None:
    permit(asked(), Verdict.yes("people.gives"), say)


def test_a_stranger_signs_in_and_comes_back() -> None:
    assert problem(asked(), NO).redirect_to.endswith("?next=%2Fiets%2F%3Fa%3D1")


def test_the_way_back_never_leaves_the_site() -> None:
    request = asked()
    request.path = request.path_info = "//elders.example/"
    assert problem(request, NO).redirect_to.endswith("?next=%2F")


def test_who_lacks_the_second_step_is_led_there(eva: Person) -> None:
    found = problem(asked(person=eva), STEP)
    assert (found.status, found.ways_out[0].url) == (403, "/mijn/beveiliging/?next=%2Fiets%2F%3Fa%3D1")


def test_who_may_not_reads_why(eva: Person) -> None:
    found = problem(asked(person=eva), NO)
    assert (found.status, found.sentence, found.redirect_to) == (403, "Daarom niet.", "")


def test_what_is_hidden_is_not_there_for_anyone(eva: Person) -> None:
    for request in (asked(), asked(person=eva)):
        with pytest.raises(Http404):
            permit(request, NO, say, hide=True)


def test_the_caller_of_a_request_is_asked_for_once(holder: Callable[..., tuple[Person, Mandate]]) -> None:
    noor, mandate = holder("noor")
    request = asked(person=noor)
    with CaptureQueriesContext(connection) as queries:
        first, again = caller_of(request), caller_of(request)
    assert (first is again, len(queries)) == (True, 1)
    assert [held.ref for held in first.mandates] == [mandate.ref]
