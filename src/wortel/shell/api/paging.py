"""One page out of a long list, as programs ask for it: `page` and `size`, within bounds."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext
from ninja import Schema
from pydantic import Field

from wortel.shell.api.problems import not_there
from wortel.shell.api.values import PageNumber, PageSize

T = TypeVar("T")


class PageAsked(Schema):
    """Which page, and how long."""

    page: PageNumber = Field(1, description="Number of the page, from 1")
    size: PageSize = Field(100, description="Items on a page, at most 500")


class Page(Schema):
    """One page of a list. `next` and `previous` are addresses on this same server, null where there is none."""

    page: int = Field(examples=[1])
    size: int = Field(examples=[100])
    total: int = Field(description="Items in the whole list", examples=[285])
    next: str | None = Field(description="Address of the next page")
    previous: str | None = Field(description="Address of the page before")


def page_of(
    request: HttpRequest, asked: PageAsked, total: int, fetch: Callable[[int, int], Sequence[T]]
) -> dict[str, Any]:
    """The fields of `Page`, with `items` by `fetch(offset, limit)`. Raises `Refused` (404) beyond the end."""
    last = max(1, -(-total // asked.size))
    if asked.page > last:
        raise not_there(
            gettext("De lijst telt %(last)s pagina’s; je vroeg pagina %(number)s.")
            % {"last": last, "number": asked.page}
        )
    return {
        "page": asked.page,
        "size": asked.size,
        "total": total,
        "next": _address(request, asked.page + 1) if asked.page < last else None,
        "previous": _address(request, asked.page - 1) if asked.page > 1 else None,
        "items": fetch((asked.page - 1) * asked.size, asked.size),
    }


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"{request.path}?{query.urlencode()}"
