"""The heading of a column is a link that sorts by it, and turns the order round when it already does."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from wortel.shell.problems import PageProblem
from wortel.shell.sorting import Column, Sort, asked_sort, headings

COLUMNS = (Column("naam", "Naam"), Column("inwoners", "Inwoners", numeric=True), Column("", "Opmerking"))


def test_numbers_start_high_and_names_start_at_a() -> None:
    request = RequestFactory().get("/?regio=1&pagina=3")
    name, number, remark = headings(request, COLUMNS, asked_sort(request, COLUMNS, "naam"))
    assert (name.direction, name.url) == ("ascending", "?regio=1&orde=-naam")
    assert (number.direction, number.url) == ("", "?regio=1&orde=-inwoners")
    assert remark.url == ""


def test_a_minus_puts_the_highest_first() -> None:
    assert asked_sort(RequestFactory().get("/?orde=-inwoners"), COLUMNS, "naam") == Sort("inwoners", descending=True)


def test_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(PageProblem):
        asked_sort(RequestFactory().get("/?orde=omzet"), COLUMNS, "naam")
