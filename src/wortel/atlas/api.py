"""Every source of what is shown, for programs: registers taken in, reference tables, published figures."""

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from ninja import Schema
from pydantic import Field

from wortel.atlas.reference_sources import reference_sources
from wortel.atlas.registers import OwnWords, registers
from wortel.coverage.public import published_figures
from wortel.shell.api.questions import Questions, flag_fictional

questions = Questions("sources")


class SourceOut(Schema):
    """Who says something here. An empty text is unknown, never "none": ask the publisher before you reuse."""

    sort: str = Field(
        description="register (taken in), own_words (what organisations say of themselves), reference, publication"
    )
    key: str = Field(description="The key that actors and evidence name; empty for the other sorts", examples=["kbo"])
    name: str = Field(examples=["Kruispuntbank van Ondernemingen"])
    about: str = Field(description="What it is used for here, in Dutch")
    url: str
    dated: str = Field(description="The source's own date, as printed", examples=["2025"])
    licence: str = Field(examples=["CC BY 4.0"])
    trust: str = Field(description="How far to trust it, in Dutch")
    imported_at: datetime | None = Field(description="When it was last taken in")
    is_fictional: bool


@questions.get("/sources", list[SourceOut], summary="Sources and their licences")
def list_sources(response: HttpResponse) -> list[dict[str, Any]]:
    """Everyone who says something here, with date and licence as far as known. The same list as the page /bronnen/."""
    taken_in, own_words = registers()
    is_own_fictional = own_words is not None and own_words.is_fictional
    flag_fictional(response, is_own_fictional or any(source.is_fictional for source in taken_in))
    return [
        *(
            _source(
                "register",
                row.name,
                key=row.key,
                url=row.url,
                licence=row.licence,
                imported_at=row.imported_at,
                is_fictional=row.is_fictional,
            )
            for row in taken_in
        ),
        *_own_words(own_words),
        *(
            _source("reference", row.publisher, about=row.what, dated=row.dated, licence=row.licence, trust=row.trust)
            for row in reference_sources()
        ),
        *_publications(),
    ]


def _own_words(own: OwnWords | None) -> list[dict[str, Any]]:
    if own is None:
        return []
    return [_source("own_words", own.name, about=own.about, imported_at=own.last, is_fictional=own.is_fictional)]


def _publications() -> list[dict[str, Any]]:
    cited = {figure.citation.source: figure.citation for figure in published_figures()}
    return [_source("publication", name, url=cited[name].url, dated=cited[name].dated) for name in sorted(cited)]


def _source(sort: str, name: str, **known: Any) -> dict[str, Any]:
    empty = dict.fromkeys(("key", "about", "url", "dated", "licence", "trust"), "")
    return {**empty, "imported_at": None, "is_fictional": False, **known, "sort": sort, "name": name}
