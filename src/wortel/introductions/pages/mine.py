"""`/mijn/introducties/`, and of one organisation: what waits for us, for the other, what is planned and past."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wortel.introductions.domain.states import NEED, OFFER, OTHER
from wortel.introductions.domain.waiting import GROUPS, PAST, group_of
from wortel.introductions.models import Introduction
from wortel.introductions.pages.finding import WORD_OF_SIDE
from wortel.introductions.permissions import may_see_own, may_see_those_of
from wortel.introductions.queries.history import going_on, past, told_by
from wortel.introductions.queries.sides import Names, actor_ref, names_for
from wortel.introductions.queries.stage import stage_of
from wortel.introductions.wording import say, say_ending, say_state
from wortel.people.public import caller_of, organisation_names, organisation_tabs, permit
from wortel.shell import clock
from wortel.shell.paging import page_of

SIZE = 25


@dataclass(frozen=True, slots=True)
class Line:
    """An introduction as one side sees it: what is ours, who they are, how far, and why it ended."""

    row: Introduction
    title: str
    us: str
    them: str
    state: str
    why: str
    word: str


def mine(request: HttpRequest) -> HttpResponse:
    """Those of every organisation one acts for."""
    caller = caller_of(request)
    permit(request, may_see_own(caller), say)
    return _page(request, caller.organisations)


def of_organisation(request: HttpRequest, ref: str) -> HttpResponse:
    """Those of one organisation, for who acts for it."""
    permit(request, may_see_those_of(caller_of(request), ref), say)
    name = organisation_names([ref]).get(ref, "")
    return _page(
        request, (ref,), {"organisation_name": name, "tabs": organisation_tabs(ref, "introductions:organisation")}
    )


def _page(request: HttpRequest, actors: Collection[str], more: dict[str, object] | None = None) -> HttpResponse:
    at, on = clock.now(), clock.today()
    open_rows = going_on(actors, at)
    ended = past(actors, at)
    page = page_of(request, ended.count(), lambda offset, limit: list(ended[offset : offset + limit]), SIZE)
    rows = [*open_rows, *page.items]
    names, told = names_for(rows), told_by(rows)
    grouped: dict[str, list[Line]] = {key: [] for key in GROUPS}
    for row, side in _seen_from(open_rows, actors):
        grouped[group_of(stage_of(row), side, on, has_told=(row.pk, side) in told)].append(_line(row, side, names))
    grouped[PAST] = [_line(row, side, names) for row, side in _seen_from(page.items, actors)]
    context = {
        "groups": [(key, _(label), grouped[key]) for key, label in GROUPS.items()],
        "waiting": len(grouped["for_us"]),
        "is_empty": not rows,
        "page": page,
        "has_many": len(actors) > 1,
        "acts": bool(actors),
        **(more or {}),
    }
    return render(request, "introductions/mine.html", context)


def _seen_from(rows: Iterable[Introduction], actors: Collection[str]) -> Iterable[tuple[Introduction, str]]:
    """Each once for every side that is ours: mostly one."""
    return ((row, side) for row in rows for side in (NEED, OFFER) if actor_ref(row, side) in actors)


def _line(row: Introduction, side: str, names: Names) -> Line:
    listing = names.listing_of(row, side)
    return Line(
        row=row,
        title=listing.title if listing else _("iets dat niet meer bestaat"),
        us=names.name_of(row, side),
        them=names.name_of(row, OTHER[side]) or _("een organisatie die niemand nog noemt"),
        state=say_state(row.state),
        why=say_ending(row.why),
        word=WORD_OF_SIDE[side],
    )
