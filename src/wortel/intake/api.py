"""What came in, for programs: which source, when, and how much changed."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Schema
from pydantic import Field

from wortel.intake.history import imports_count, imports_page
from wortel.shell.api.paging import Page, PageAsked, page_of
from wortel.shell.api.questions import Questions, flag_fictional
from wortel.shell.api.values import Key

questions = Questions("sources")


class ImportsAsked(PageAsked):
    """Which imports."""

    source: Key | None = Field(None, description="Only of this source (its key)", examples=["kbo"])


class ImportOut(Schema):
    """One file of one source, taken in."""

    number: int = Field(examples=[1])
    source: str = Field(description="Key of the source", examples=["kbo"])
    source_name: str
    kind: str = Field(description="What its rows speak about: actors or evidence", examples=["actors"])
    file_name: str = Field(examples=["scholen.csv"])
    state: str = Field(description="applied or undone", examples=["applied"])
    counts: dict[str, int] = Field(description="How many rows were added, changed, refused and so on")
    applied_at: datetime
    undone_at: datetime | None
    is_fictional: bool


class ImportPage(Page):
    """A page of imports, newest first."""

    items: list[ImportOut]


@questions.get("/imports", ImportPage, summary="What came in, and when")
def list_imports(request: HttpRequest, response: HttpResponse, asked: Query[ImportsAsked]) -> dict[str, Any]:
    """Every file that was taken in, newest first. An import that was undone stays in the list, marked so."""
    total = imports_count(asked.source)
    page = page_of(request, asked, total, lambda start, size: imports_page(start, size, asked.source))
    flag_fictional(response, any(row.is_fictional for row in page["items"]))
    return page
