"""The list as a file: exactly what is filtered, every row of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.domain.kinds import four_o_of
from wortel.actors.pages.asking import Question
from wortel.actors.pages.listing import chosen_links
from wortel.actors.pages.words import area_name, status_label
from wortel.actors.queries.asked import NO
from wortel.actors.queries.counts import holds_fictional
from wortel.actors.queries.directory import Listed
from wortel.actors.queries.names_of_places import municipality_name
from wortel.actors.queries.taken import Taken, everything_with_numbers
from wortel.actors.wording import kind_label, sector_label
from wortel.shell.exports import Cell, Export, yes_or_no

COLUMNS = (
    "ref", "naam", "andere_namen", "soort", "sector", "vier_o", "toestand", "website", "gemeente_nis", "gemeente",
    "postcode", "plaats", "provincie", "referentieregio", "breedte", "lengte", "nauwkeurigheid", "afstand_km",
    "identificatoren", "bronnen", "geclaimd", "fictief", "adres",
)  # fmt: skip


def export_of(request: HttpRequest, question: Question, sources: Mapping[str, str], at: datetime) -> Export:
    """The table to take along; its rows are read while they are written."""
    filters = [choice.label for choice in chosen_links(request, question, sources)]
    return Export(
        name=f"actoren-{at.date().isoformat()}",
        title=_("Actoren"),
        columns=COLUMNS,
        rows=_rows(request, question, sources),
        made_at=at,
        sources=tuple(sources.values()),
        remarks=(
            _("Gefilterd op: %(filters)s") % {"filters": "; ".join(filters)} if filters else _("Alle actoren"),
            _("Een leeg vak is onbekend. In de kolom fictief staat ja bij elke verzonnen actor."),
        ),
        fictional=holds_fictional() and question.asked.choices("fictional") != {NO},
    )


def _rows(request: HttpRequest, question: Question, sources: Mapping[str, str]) -> Iterator[list[Cell]]:
    for taken in everything_with_numbers(question.asked):
        yield _row(request, taken, sources)


def _row(request: HttpRequest, taken: Taken, sources: Mapping[str, str]) -> list[Cell]:
    actor = taken.actor
    return [
        actor.ref,
        actor.name,
        "; ".join(taken.names),
        kind_label(actor.kind),
        sector_label(actor.sector) if actor.sector else "",
        four_o_of(actor.sector),
        status_label(actor.status),
        actor.website,
        actor.nis,
        municipality_name(actor.nis),
        actor.postcode,
        actor.place,
        area_name("province", actor.province) if actor.province else "",
        area_name("region", actor.region) if actor.region else "",
        actor.lat,
        actor.lon,
        actor.precision,
        round(actor.distance_km, 2) if actor.distance_km is not None else None,
        "; ".join(taken.numbers),
        "; ".join(sources.get(key, key) for key in actor.sources),
        yes_or_no(actor.is_claimed),
        yes_or_no(actor.is_fictional),
        _address(request, actor),
    ]


def _address(request: HttpRequest, actor: Listed) -> str:
    return request.build_absolute_uri(reverse("actors:actor", args=[actor.ref]))
