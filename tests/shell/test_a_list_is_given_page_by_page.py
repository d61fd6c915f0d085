"""A page number is a number from 1 to 10 000 within the list; anything else is a helpful refusal, never a fault."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.test import RequestFactory

from wortel.shell.paging import Page, page_of
from wortel.shell.problems import PageProblem


def asked(query: str, total: int = 120) -> Page[int]:
    request = RequestFactory().get(f"/lijst/?{query}")
    return page_of(request, total, lambda offset, limit: range(offset, min(offset + limit, total)))


def test_the_third_page_holds_what_is_left() -> None:
    page = asked("pagina=3&soort=club")
    assert (page.first_shown, page.last_shown, page.next_url) == (101, 120, "")
    assert page.previous_url == "?soort=club&pagina=2"


def test_the_first_page_of_nothing_is_an_empty_page() -> None:
    page = asked("", total=0)
    assert (page.items, page.first_shown, page.last_shown) == (range(0), 0, 0)


@pytest.mark.parametrize("number", ["0", "-5", "abc", "1e3", "10001", "139425308517744590848", "%00", "１"])
def test_what_is_no_page_number_is_refused(number: str) -> None:
    with pytest.raises(PageProblem) as refused:
        asked(f"pagina={number}")
    assert refused.value.status == 422
    assert refused.value.ways_out


def test_a_page_beyond_the_end_does_not_exist() -> None:
    with pytest.raises(PageProblem) as refused:
        asked("pagina=4")
    assert refused.value.status == 404


def test_nothing_is_fetched_for_a_page_that_does_not_exist() -> None:
    def fetch(offset: int, limit: int) -> Sequence[int]:
        raise AssertionError((offset, limit))

    with pytest.raises(PageProblem):
        page_of(RequestFactory().get("/?pagina=9"), 10, fetch)


def test_the_row_of_pages_leaves_out_the_far_ones() -> None:
    assert [step.number for step in asked("pagina=10", total=1000).steps] == [1, None, 9, 10, 11, None, 20]
