"""`/organisaties/<ref>/vergelijken/`: what registers say beside what the organisation says; take over by one button."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.organisations.actions.save_draft import ChangedMeanwhile, save_draft
from wortel.organisations.domain.comparing import Compared
from wortel.organisations.domain.comparing import compare as compared
from wortel.organisations.domain.fields import FIELD_OF
from wortel.organisations.domain.merging import Version
from wortel.organisations.domain.values import ValueRefused, read_value
from wortel.organisations.pages.finding import found, frame, is_town
from wortel.organisations.pages.history import history_of
from wortel.organisations.permissions import may_edit_profile
from wortel.organisations.queries.organisation import Organisation
from wortel.organisations.queries.own_profile import draft_of
from wortel.organisations.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form

HERE = "organisations:compare"


@takes_form
def compare(request: HttpRequest, ref: str) -> HttpResponse:
    """Both sides, field by field. A POST takes the value of a register into the draft."""
    caller = caller_of(request)
    permit(request, may_edit_profile(caller, ref), say)
    about = found(ref)
    return _take_over(request, about) if request.method == "POST" else _page(request, about)


def _take_over(request: HttpRequest, about: Organisation) -> HttpResponse:
    key, place, number = (request.POST.get(name, "") for name in ("veld", "waarde", "versie"))
    said = about.registers.get(key, ())
    if not (
        place.isdecimal() and number.isdecimal() and len(number) < 10 and len(place) < 4 and int(place) < len(said)
    ):
        refusal = _("Deze waarde staat er niet meer. Kies uit wat er nu staat.")
        return _page(request, about, refusal, HTTPStatus.UNPROCESSABLE_ENTITY)
    field = FIELD_OF[key]
    draft = draft_of(about.ref).draft
    try:
        value = read_value(field, said[int(place)].value, is_town)
    except ValueRefused as refused:
        return _page(request, about, say(refused.reason), HTTPStatus.UNPROCESSABLE_ENTITY)
    values = {"name": about.actor.name, **draft.values, key: value}
    try:
        with acting_now(request, lambda caller: may_edit_profile(caller, about.ref), say) as caller:
            save_draft(caller.acts(about.ref), about.ref, int(number), Version(values, draft.visibility), now())
    except ChangedMeanwhile:
        refusal = _("Iemand anders wijzigde intussen het ontwerp. Je ziet nu de nieuwste versie: kies opnieuw.")
        return _page(request, about, refusal, HTTPStatus.CONFLICT)
    messages.success(request, _("%(field)s staat nu in je ontwerp.") % {"field": _(field.label)})
    return redirect(HERE, about.ref)


def _by_value(line: Compared) -> list[dict[str, Any]]:
    """Each value once, with every register that says it; `place` is where the first of them stands."""
    found: dict[str, dict[str, Any]] = {}
    for place, said in enumerate(line.registers):
        one = found.setdefault(said.value, {"value": said.value, "place": place, "by": []})
        one["by"].append((said.source, said.stated_on))
    return list(found.values())


def _page(request: HttpRequest, about: Organisation, refusal: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    draft = draft_of(about.ref)
    lines = compared(draft.draft.values, about.registers)
    context = {
        **frame(request, about, HERE),
        "lines": [{"it": line, "label": _(line.field.label), "registers": _by_value(line)} for line in lines],
        "differing": sum(line.differs for line in lines),
        "draft": draft,
        "refusal": refusal,
        **history_of(about.ref),
    }
    return render(request, "organisations/compare.html", context, status=status)
