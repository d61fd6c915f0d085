"""Tables sorted by plain links in their headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.http import HttpRequest
from django.utils.translation import gettext

from wortel.shell.paging import PARAMETER as PAGE
from wortel.shell.problems import PageProblem, WayOut

PARAMETER = "orde"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its key in the address (empty: cannot be sorted), its heading, whether it holds numbers."""

    key: str
    label: str
    numeric: bool = False


@dataclass(frozen=True, slots=True)
class Sort:
    """The order asked for: a column's key, and whether high comes first."""

    key: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading ready for the template: `url` sorts by it (empty: cannot), `direction` is its value of aria-sort."""

    label: str
    numeric: bool
    url: str
    direction: str


def asked_sort(request: HttpRequest, columns: Sequence[Column], default: str) -> Sort:
    """The order in the address: `?orde=naam`, or `?orde=-naam` for high first. Raises `PageProblem` (422)."""
    text = request.GET.get(PARAMETER, "") or default
    sort = Sort(text.removeprefix("-"), text.startswith("-"))
    if sort.key not in {column.key for column in columns if column.key}:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            gettext("Zo kunnen we deze lijst niet ordenen"),
            gettext("Er is geen kolom met die naam. Klik op de kop van een kolom om te ordenen."),
            (WayOut(gettext("Naar de lijst"), request.path),),
        )
    return sort


def headings(request: HttpRequest, columns: Sequence[Column], sort: Sort) -> tuple[Heading, ...]:
    """The headings of the table, each with the address that sorts by it and the direction it is sorted in now."""
    return tuple(_heading(request, column, sort) for column in columns)


def _heading(request: HttpRequest, column: Column, sort: Sort) -> Heading:
    if not column.key:
        return Heading(column.label, column.numeric, "", "")
    here = column.key == sort.key
    direction = ("descending" if sort.descending else "ascending") if here else ""
    descending = not sort.descending if here else column.numeric
    query = request.GET.copy()
    query.pop(PAGE, None)
    query[PARAMETER] = f"-{column.key}" if descending else column.key
    return Heading(column.label, column.numeric, f"?{query.urlencode()}", direction)
