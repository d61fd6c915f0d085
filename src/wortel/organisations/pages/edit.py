"""`/organisaties/<ref>/bewerken/`: write the draft of the own profile; two at once may merge."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.organisations.actions.save_draft import ChangedMeanwhile, save_draft
from wortel.organisations.domain.fields import FIELD_OF, VISIBILITIES
from wortel.organisations.domain.merging import MINE, THEIRS, Difference, Version, differences, merged
from wortel.organisations.forms import ProfileForm, initial_of
from wortel.organisations.pages.finding import found, frame, is_town
from wortel.organisations.permissions import may_edit_profile
from wortel.organisations.queries.organisation import Organisation
from wortel.organisations.queries.own_profile import Draft, draft_of
from wortel.organisations.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form

HERE = "organisations:edit"


@takes_form
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """The form; 422 when a field cannot be read, 409 with both versions when someone else saved first."""
    caller = caller_of(request)
    permit(request, may_edit_profile(caller, ref), say)
    about = found(ref)
    if request.method != "POST":
        return _form(request, about, _fresh(about, draft_of(ref)))
    form = ProfileForm(about.actor.sector, is_town, request.POST)
    if not form.is_valid():
        return _form(request, about, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if "samenvoegen" in request.POST:
        return _merge(request, about, form)
    return _save(request, about, form, form.version())


def _save(request: HttpRequest, about: Organisation, form: ProfileForm, wanted: Version) -> HttpResponse:
    try:
        with acting_now(request, lambda caller: may_edit_profile(caller, about.ref), say) as caller:
            save_draft(caller.acts(about.ref), about.ref, form.cleaned_data["versie"], wanted, now())
    except ChangedMeanwhile as changed:
        return _both(request, about, form, changed.theirs, HTTPStatus.CONFLICT)
    messages.success(request, _("Je ontwerp is bewaard. Niemand anders ziet het tot een beheerder het publiceert."))
    return redirect("organisations:publish", about.ref)


def _merge(request: HttpRequest, about: Organisation, form: ProfileForm) -> HttpResponse:
    """What was chosen field by field; asked again when a choice lacks or yet another version came in between."""
    theirs = draft_of(about.ref)
    if theirs.number != form.cleaned_data["versie"]:
        return _both(request, about, form, theirs, HTTPStatus.CONFLICT)
    mine = form.version()
    choice = {key: request.POST.get(f"kies_{key}", "") for key in FIELD_OF}
    lacking = [it.key for it in differences(mine, theirs.draft, None) if choice[it.key] not in (MINE, THEIRS)]
    if lacking:
        return _both(request, about, form, theirs, HTTPStatus.UNPROCESSABLE_ENTITY, choice, lacking)
    return _save(request, about, form, merged(mine, theirs.draft, choice))


def _fresh(about: Organisation, draft: Draft) -> ProfileForm:
    initial = initial_of(draft.number, draft.draft)
    initial["name"] = initial["name"] or about.actor.name
    return ProfileForm(about.actor.sector, is_town, initial=initial)


def _form(request: HttpRequest, about: Organisation, form: ProfileForm, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {**frame(request, about, HERE), "form": form, "rows": list(form.rows())}
    return render(request, "organisations/edit.html", context, status=status)


def _both(
    request: HttpRequest,
    about: Organisation,
    form: ProfileForm,
    theirs: Draft,
    status: int,
    choice: Mapping[str, str] | None = None,
    lacking: list[str] | None = None,
) -> HttpResponse:
    mine = form.version()
    found_differences = differences(mine, theirs.draft, form.base())
    context = {
        **frame(request, about, HERE),
        "differences": [_side_by_side(it, choice or {}, lacking or []) for it in found_differences],
        "kept": initial_of(theirs.number, mine) | {"basis": form.cleaned_data.get("basis", "")},
        "lacking": [_(FIELD_OF[key].label) for key in lacking or []],
        "changed_at": theirs.changed_at,
    }
    return render(request, "organisations/merge.html", context, status=status)


def _side_by_side(it: Difference, choice: Mapping[str, str], lacking: list[str]) -> dict[str, Any]:
    return {
        "key": it.key,
        "label": _(FIELD_OF[it.key].label),
        "mine": (it.mine[0], _(VISIBILITIES[it.mine[1]])),
        "theirs": (it.theirs[0], _(VISIBILITIES[it.theirs[1]])),
        "chosen": choice.get(it.key) or it.suggested,
        "is_lacking": it.key in lacking,
    }
