"""`/organisaties/<ref>/publiceren/`: what would be shown to whom, and the button that shows it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.actors.public import ActorAdapter
from wortel.intake.public import RowRefused
from wortel.organisations.actions.publish_profile import publish_profile, stated
from wortel.organisations.actions.save_draft import ChangedMeanwhile
from wortel.organisations.domain.fields import OWN_FIELDS, VISIBILITIES, visibility_of
from wortel.organisations.pages.finding import found, frame
from wortel.organisations.permissions import may_edit_profile, may_publish
from wortel.organisations.queries.organisation import Organisation
from wortel.organisations.queries.own_profile import Draft, draft_of
from wortel.organisations.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form

HERE = "organisations:publish"


@takes_form
def publish(request: HttpRequest, ref: str) -> HttpResponse:
    """The draft, grouped by who would see it; a POST publishes the version that was looked at."""
    caller = caller_of(request)
    permit(request, may_edit_profile(caller, ref), say)
    about = found(ref)
    if request.method != "POST":
        return _page(request, about)
    permit(request, may_publish(caller, ref), say)
    number = request.POST.get("versie", "")
    if not (number.isdecimal() and 0 < len(number) < 10):
        refusal = _("Dit formulier is onvolledig. Kijk na wat er nu staat en publiceer opnieuw.")
        return _page(request, about, refusal, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        with acting_now(request, lambda caller: may_publish(caller, ref), say) as caller:
            publish_profile(caller.acts(ref), about.actor, int(number), now())
    except ChangedMeanwhile:
        refusal = _("Iemand anders wijzigde intussen het ontwerp. Kijk na wat er nu staat en publiceer opnieuw.")
        return _page(request, about, refusal, HTTPStatus.CONFLICT)
    except RowRefused as refused:
        adapter = ActorAdapter(now().date())
        refusal = " ".join(adapter.say(reason) for _field, reason in refused.problems)
        return _page(request, about, refusal, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Je profiel is gepubliceerd."))
    return redirect("actors:actor", ref)


def _page(request: HttpRequest, about: Organisation, refusal: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    draft = draft_of(about.ref)
    context = {
        **frame(request, about, HERE),
        "draft": draft,
        "groups": _groups(draft),
        "emptied": [
            _(it.label) for it in OWN_FIELDS if draft.published.of(it.key)[0] and not draft.draft.of(it.key)[0]
        ],
        "remarks": _remarks(about, draft),
        "refusal": refusal,
    }
    return render(request, "organisations/publish.html", context, status=status)


def _groups(draft: Draft) -> list[dict[str, Any]]:
    """Per audience the fields it would see, each with whether that is new."""
    groups = []
    for audience, words in VISIBILITIES.items():
        fields = [
            {
                "label": _(field.label),
                "value": draft.draft.values[field.key],
                "is_new": draft.draft.of(field.key) != draft.published.of(field.key),
            }
            for field in OWN_FIELDS
            if draft.draft.values.get(field.key) and visibility_of(field.key, draft.draft.visibility) == audience
        ]
        if fields:
            groups.append({"words": _(words), "fields": fields})
    return groups


def _remarks(about: Organisation, draft: Draft) -> list[str]:
    """What is doubtful in the public fields, by the rules that hold for registers too."""
    adapter = ActorAdapter(now().date())
    try:
        statement, _raw = stated(adapter, about.actor, draft.draft, now())
    except RowRefused as refused:
        return [adapter.say(reason) for _field, reason in refused.problems]
    quiet = ("actors.nis_from_name", "actors.nis_from_postcode")
    return [adapter.say(reason) for _field, reason in statement.repairs if reason.key not in quiet]
