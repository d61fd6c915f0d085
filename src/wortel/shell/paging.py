"""One page out of a long list, within bounds that no address can stretch."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Generic, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext

from wortel.shell.problems import PageProblem, WayOut

T = TypeVar("T")
SIZE = 50
LAST = 10_000
PARAMETER = "pagina"


@dataclass(frozen=True, slots=True)
class Step:
    """A link in the row of pages; no number means pages left out."""

    number: int | None
    url: str
    here: bool = False


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list: its items, its number, the size of the whole, and links to the others."""

    items: Sequence[T]
    number: int
    size: int
    total: int
    steps: tuple[Step, ...]
    previous_url: str
    next_url: str

    @property
    def first_shown(self) -> int:
        """Place in the whole list of the first item shown, counted from 1; 0 when the list is empty."""
        return (self.number - 1) * self.size + 1 if self.items else 0

    @property
    def last_shown(self) -> int:
        """Place in the whole list of the last item shown."""
        return (self.number - 1) * self.size + len(self.items)


def asked_page(request: HttpRequest) -> int:
    """The page number in the address, 1 when none. Raises `PageProblem` (422) when it is no number from 1 to 10 000."""
    text = request.GET.get(PARAMETER, "1").strip() or "1"
    if not re.fullmatch(r"[0-9]{1,5}", text) or not 1 <= int(text) <= LAST:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            gettext("Dit paginanummer bestaat niet"),
            gettext("Een paginanummer is een getal van 1 tot 10.000. Begin opnieuw bij de eerste pagina."),
            (WayOut(gettext("Naar de eerste pagina"), page_url(request, 1)),),
        )
    return int(text)


def page_of(request: HttpRequest, total: int, fetch: Callable[[int, int], Sequence[T]], size: int = SIZE) -> Page[T]:
    """The page asked for; `fetch(offset, limit)` gives its items. Raises `PageProblem`: 422, or 404 beyond the end."""
    number = asked_page(request)
    last = min(max(1, -(-total // size)), LAST)
    if number > last:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            gettext("Zo ver loopt deze lijst niet"),
            gettext("De lijst telt %(last)s pagina’s; je vroeg pagina %(number)s.") % {"last": last, "number": number},
            (
                WayOut(gettext("Naar de eerste pagina"), page_url(request, 1)),
                WayOut(gettext("Naar de laatste pagina"), page_url(request, last)),
            ),
        )
    return Page(
        items=fetch((number - 1) * size, size),
        number=number,
        size=size,
        total=total,
        steps=_steps(request, number, last),
        previous_url=page_url(request, number - 1) if number > 1 else "",
        next_url=page_url(request, number + 1) if number < last else "",
    )


def page_url(request: HttpRequest, number: int) -> str:
    """This same address on another page of the list."""
    query = request.GET.copy()
    query.pop(PARAMETER, None)
    if number > 1:
        query[PARAMETER] = str(number)
    return f"?{query.urlencode()}" if query else request.path


def _steps(request: HttpRequest, number: int, last: int) -> tuple[Step, ...]:
    shown = sorted({1, last, *range(max(1, number - 1), min(last, number + 1) + 1)})
    steps: list[Step] = []
    for place, page in enumerate(shown):
        if place and page - shown[place - 1] > 1:
            steps.append(Step(None, ""))
        steps.append(Step(page, page_url(request, page), page == number))
    return tuple(steps)
