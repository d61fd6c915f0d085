"""A question that takes long, whatever a visitor asks, neither hangs nor keeps others from their page."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from django.test import Client
from made_up import problem

from wortel.alliances.domain import candidates as writing_out
from wortel.alliances.domain.candidates import TooMany, candidates
from wortel.alliances.domain.problem import Limits
from wortel.alliances.queries import reckoned
from wortel.alliances.queries.reckoned import MOST_WAITING, Reckoned
from wortel.shell.problems import PageProblem


def test_groups_that_are_not_allowed_are_counted_too(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = problem(6, 6, limits=Limits(1, 9))
    corners = frozenset({"10100", "15105"})
    monkeypatch.setattr(writing_out, "LOOKED_AT", 500)
    with pytest.raises(TooMany):
        candidates(asked, containing=corners)


def test_who_comes_when_too_many_wait_is_asked_to_come_back() -> None:
    kept: Reckoned[int] = Reckoned(2)
    begun, may_end = Event(), Event()

    def long(number: int) -> int:
        begun.set()
        assert may_end.wait(20)
        return number

    with ThreadPoolExecutor(MOST_WAITING) as pool:
        asked = [pool.submit(kept.of, number, lambda number=number: long(number)) for number in range(MOST_WAITING)]
        assert begun.wait(20)
        while reckoned._PLACES._value:  # type: ignore[attr-defined]  (until all of them have their place)
            pass
        with pytest.raises(PageProblem) as refused:
            kept.of("another", lambda: 0)
        may_end.set()
        assert [each.result() for each in asked] == list(range(MOST_WAITING))
    assert refused.value.status == 503
    assert kept.of(MOST_WAITING - 1, lambda: -1) == MOST_WAITING - 1
    assert kept.of("another", lambda: 7) == 7


@pytest.fixture
def full() -> Iterator[None]:
    """As many wait as may."""
    for _ in range(MOST_WAITING):
        assert reckoned._PLACES.acquire(blocking=False)
    yield
    for _ in range(MOST_WAITING):
        reckoned._PLACES.release()


@pytest.mark.django_db
@pytest.mark.usefixtures("full")
@pytest.mark.parametrize(
    "address", ["/allianties/voorstellen/?regio=REFREG11&tot=11", "/api/v1/alliances/proposals?region=REFREG11&most=11"]
)
def test_the_page_and_the_api_say_so(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 503
    assert "halve minuut" in answer.content.decode()
