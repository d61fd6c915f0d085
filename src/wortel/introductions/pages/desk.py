"""`/regios/<code>/balie/`: the one place to go in a region, and for its gangmaker what waits."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import with_role
from wortel.exchange.public import NEED, OFFER, readable
from wortel.introductions.actions.ask_run import RunRefused, ask_run
from wortel.introductions.domain.run_scope import RunScope
from wortel.introductions.pages.desk_doors import doors
from wortel.introductions.pages.desk_work import work
from wortel.introductions.pages.region_here import SCHEME, region_of
from wortel.introductions.permissions_desk import may_work_at_desk
from wortel.introductions.queries.desk import gangmakers_here, is_all_fiction, names_of, open_of
from wortel.introductions.wording_desk import say_desk
from wortel.introductions.wording_runs import say_run
from wortel.people.domain.caller import SECOND_FACTOR
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.territory.domain.places import Area


@takes_form
def desk(request: HttpRequest, code: str) -> HttpResponse:
    """What is asked and offered here, and whom to ask; with POST a run for this region is asked of the worker."""
    on = clock.today()
    area, codes = region_of(code, on)
    if request.method == "POST":
        permit(request, may_work_at_desk(caller_of(request), SCHEME, area.code), say_run)
        return _ask(request, area)
    caller = caller_of(request)
    condition = readable(caller, on)
    asked, offered = (open_of(side, codes, condition, on) for side in (NEED, OFFER))
    names, may_work = names_of(*asked.newest, *offered.newest), may_work_at_desk(caller, SCHEME, area.code)
    context: dict[str, Any] = {
        "area": area,
        "sentence": say_desk(area.name, asked.count, offered.count),
        "asked": asked,
        "offered": offered,
        "asked_lines": [{"row": row, "actor": names.get(row.actor)} for row in asked.newest],
        "offered_lines": [{"row": row, "actor": names.get(row.actor)} for row in offered.newest],
        "doors": doors(area.code),
        "gangmakers": with_role("catalyst", area.code, on, is_fictional=is_all_fiction()),
        "people": gangmakers_here(SCHEME, area.code, on),
        "needs_factor": may_work.reason.key == SECOND_FACTOR,
        "crumbs": _crumbs(area),
    }
    if may_work:
        context["work"] = work(request, area, codes, condition, on)
    return render(request, "introductions/desk/desk.html", context)


def _ask(request: HttpRequest, area: Area) -> HttpResponse:
    try:
        with acting_now(request, lambda caller: may_work_at_desk(caller, SCHEME, area.code), say_run) as caller:
            ask_run(caller.acts(), RunScope(SCHEME, area.code), clock.now(), is_fictional=is_all_fiction())
    except RunRefused as refused:
        messages.warning(request, say_run(refused.reason))
    else:
        messages.success(
            request, _("We zoeken nu wie bij wie past. De voorstellen vertrekken vanzelf; kijk straks opnieuw.")
        )
    return redirect("introductions:desk", area.code)


def _crumbs(area: Area) -> list[tuple[str, str]]:
    return [
        (_("Regio’s en provincies"), reverse("atlas:regions")),
        (area.name, reverse("atlas:region", args=[area.code])),
        (_("Balie"), ""),
    ]
