"""A table to take along: CSV and XLSX for people, JSON for programs. Fictional rows are marked in each.

The shell does not know how a file is written: the setting `EXPORT_WRITERS` names a function per form that does
(csv: `Export` → blocks of bytes; xlsx: `Export` → an open file).
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from http import HTTPStatus
from typing import IO, Any

from django.conf import settings
from django.http import FileResponse, HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.module_loading import import_string
from django.utils.translation import gettext

from wortel.shell.problems import PageProblem, WayOut

Cell = str | int | float | Decimal | bool | date | datetime | None
FORMS = ("csv", "xlsx", "json")
PARAMETER = "vorm"
FICTIONAL = "fictief"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Export:
    """A table to take along: `name` is the file's name without ending, `made_at` the instant it was asked for.

    With `fictional`, every row gets "ja" in a column `fictief`, unless the table already has a column of that name.
    """

    name: str
    title: str
    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    made_at: datetime
    sources: Sequence[str] = ()
    remarks: Sequence[str] = ()
    fictional: bool = False


@dataclass(frozen=True, slots=True)
class ExportLink:
    """A link to this same page as a file."""

    label: str
    url: str


def yes_or_no(fact: bool) -> str:
    """As every table says it, in every language."""
    return "ja" if fact else "nee"


def asked_form(request: HttpRequest) -> str:
    """`csv`, `xlsx` or `json` when the address asks for a file, else empty. Raises `PageProblem` (422)."""
    form = request.GET.get(PARAMETER, "")
    if form and form not in FORMS:
        raise PageProblem(
            HTTPStatus.UNPROCESSABLE_ENTITY,
            gettext("Die bestandsvorm hebben we niet"),
            gettext("Kies csv, xlsx of json."),
            tuple(WayOut(link.label, link.url) for link in export_links(request)),
        )
    return form


def export_links(request: HttpRequest) -> tuple[ExportLink, ...]:
    """This page's own address, filters and all, in each form."""
    return tuple(ExportLink(label, _form_url(request, label.lower())) for label in ("CSV", "XLSX", "JSON"))


def export_response(export: Export, form: str) -> HttpResponseBase:
    """The table as a download in the form asked for."""
    table = _marked(export)
    file_name = f"{re.sub(r'[^A-Za-z0-9._-]+', '-', table.name)}.{form}"
    answer: HttpResponseBase
    if form == "csv":
        answer = StreamingHttpResponse(_writer("csv")(table), content_type="text/csv; charset=utf-8")
    elif form == "xlsx":
        file: IO[bytes] = _writer("xlsx")(table)
        answer = FileResponse(file, content_type=_XLSX)
    else:
        answer = StreamingHttpResponse(_json(table), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{file_name}"'
    return answer


def _writer(form: str) -> Callable[[Export], Any]:
    writer: Callable[[Export], Any] = import_string(settings.EXPORT_WRITERS[form])
    return writer


def _form_url(request: HttpRequest, form: str) -> str:
    query = request.GET.copy()
    query.pop("pagina", None)
    query[PARAMETER] = form
    return f"?{query.urlencode()}"


def _marked(export: Export) -> Export:
    if not export.fictional or FICTIONAL in export.columns:
        return export
    return replace(export, columns=[*export.columns, FICTIONAL], rows=([*row, "ja"] for row in export.rows))


def _json(export: Export) -> Iterator[bytes]:
    head = {
        "title": export.title,
        "made_at": export.made_at.isoformat(),
        "fictional": export.fictional,
        "sources": list(export.sources),
        "remarks": list(export.remarks),
        "columns": list(export.columns),
    }
    yield json.dumps(head, ensure_ascii=False)[:-1].encode() + b', "rows": ['
    for place, row in enumerate(export.rows):
        line = json.dumps(dict(zip(export.columns, row, strict=True)), ensure_ascii=False, default=_plain)
        yield (b",\n" if place else b"\n") + line.encode()
    yield b"\n]}\n"


def _plain(value: object) -> str | float:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value)
