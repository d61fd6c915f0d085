"""What the gangmaker of a region sees at the desk: what waits, what stays open and why, and the last run."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest

from wortel.actors.public import Listed
from wortel.exchange.public import Listing, kind_label
from wortel.introductions.domain.states import NEED, OFFER
from wortel.introductions.models import Introduction, Run
from wortel.introductions.pages.region_here import SCHEME
from wortel.introductions.queries import desk
from wortel.introductions.queries.sides import Names, names_for
from wortel.introductions.wording_desk import say_work
from wortel.introductions.wording_runs import say_change, say_ended, say_short
from wortel.shell.paging import page_of
from wortel.territory.domain.places import Area

SHOWN = 10
"""Open needs on one page of the desk."""


def work(request: HttpRequest, area: Area, codes: Collection[str], condition: Q, on: date) -> dict[str, Any]:
    """What the template of the desk shows to who works there. Eighteen statements, however much waits."""
    total = desk.short_count(codes)
    page = page_of(request, total, lambda offset, limit: desk.short_needs(codes, condition, offset, limit), SHOWN)
    unanswered, unanswered_count = desk.waiting(codes), desk.waiting_count(codes)
    consent, ending = desk.awaiting_consent(codes), desk.ending_soon(codes, on)
    names = desk.names_of(*(it.listing for it in page.items), *consent.newest, *ending.newest)
    both = names_for(unanswered)
    return {
        "sentence": say_work(total, unanswered_count, consent.count),
        "page": page,
        "short": [_short(it, names) for it in page.items],
        "unanswered": [_unanswered(row, both) for row in unanswered],
        "unanswered_count": unanswered_count,
        "consent": [_line(row, names) for row in consent.newest],
        "consent_count": consent.count,
        "ending": [_line(row, names) for row in ending.newest],
        "ending_count": ending.count,
        "run": _run(desk.last_run(SCHEME, area.code)),
    }


def _short(it: desk.ShortNeed, names: Mapping[str, Listed]) -> dict[str, Any]:
    return {
        **_line(it.listing, names),
        "missing": it.missing,
        "since": it.since,
        "why": say_short(it.ground),
        "change": say_change(it.change) if it.change else "",
        "offer": it.offer,
    }


def _line(row: Listing, names: Mapping[str, Listed]) -> dict[str, Any]:
    return {"row": row, "actor": names.get(row.actor), "kind": kind_label(row.kind)}


def _unanswered(row: Introduction, both: Names) -> dict[str, Any]:
    asked = both.listing_of(row, NEED)
    return {
        "row": row,
        "title": asked.title if asked else row.need,
        "need": both.name_of(row, NEED),
        "offer": both.name_of(row, OFFER),
    }


def _run(run: Run | None) -> dict[str, Any] | None:
    if run is None:
        return None
    return {"run": run, "is_busy": run.ended_at is None, "said": say_ended(run) if run.ended_at else ""}
