"""`/allianties/nieuw/<codes>/` begins an alliance; `/allianties/begin/<ref>/` shows one and gives it up."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wortel.actors.public import named_actors, sector_label
from wortel.alliances.actions.begin_alliance import AlreadyBegun, NewBeginning, begin_alliance, give_up_alliance
from wortel.alliances.domain.inviting import to_invite
from wortel.alliances.domain.problem import Limits
from wortel.alliances.domain.scoring import CRITERIA, Group, Judge
from wortel.alliances.pages.asked import names_of_towns
from wortel.alliances.permissions import Concerned, may_begin, may_give_up, speaks_for
from wortel.alliances.queries.asking import REGION, Question, World, problem_of, region_of, world_on
from wortel.alliances.queries.beginnings import Begun, actors_there, beginning, concerned
from wortel.alliances.rulebook import policy_on
from wortel.alliances.wording import criterion_label, say
from wortel.kernel.verdict import Verdict
from wortel.people.public import Caller, acting_now, caller_of, permit
from wortel.shell.clock import now, today
from wortel.shell.form_fields import TextField
from wortel.shell.middleware import takes_form
from wortel.territory.domain.refusals import UnknownMunicipality
from wortel.territory.public import timeline

NAMED_TOWNS = 3


class NameForm(forms.Form):
    """How the alliance is called for now."""

    name = TextField(
        limit=120, label=gettext_lazy("Werknaam"), help_text=gettext_lazy("Voorlopig: je kiest later samen een naam.")
    )


@takes_form
def new(request: HttpRequest, codes: str) -> HttpResponse:
    """What would begin, and its form. Raises `PageProblem` (401, 403) or `Http404` for municipalities not of today."""
    on = today()
    towns = _towns(codes, on)
    world = world_on(on)
    actors = actors_there(towns, is_fictional=world.is_fictional)
    about = concerned(towns, actors, on)
    permit(request, may_begin(caller_of(request), about), say)
    group = _group(towns, world, on)
    invited = to_invite(actors, world.shared(towns))
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": _working_name(towns)})
    if request.method == "POST" and form.is_valid():
        found = NewBeginning(
            form.cleaned_data["name"], *_area(towns, on), towns, invited, group.missing, _figures(group),
            is_fictional=world.is_fictional,
        )  # fmt: skip
        return _begun(request, about, found)
    context = {
        "form": form,
        "group": group,
        "towns": _named(towns),
        "seat": timeline().find(group.seat).name,
        "missing": [sector_label(sector) for sector in group.missing],
        "is_fictional": world.is_fictional,
        "crumbs": [(_("Allianties"), reverse("alliances:proposing")), (_("Begin een alliantie"), "")],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "alliances/new.html", context, status=status)


@takes_form
def begun(request: HttpRequest, ref: str) -> HttpResponse:
    """The beginning, for everyone; with POST it is given up. Raises `Http404`, `PageProblem` (401, 403)."""
    on, found = today(), beginning(ref)
    if found is None:
        raise Http404
    actors = actors_there(found.towns, is_fictional=found.is_fictional)
    about = concerned(found.towns, actors, on)
    if request.method == "POST":
        permit(request, _may_stop(request, about, found), say)
        with acting_now(request, lambda caller: _verdict(caller, about, found), say) as caller:
            give_up_alliance(caller.acts(speaks_for(caller, about)), ref, now())
        messages.success(request, _("Dit begin is opgegeven. Je kunt altijd een ander voorstel kiezen."))
        return redirect("alliances:begun", ref)
    return render(request, "alliances/begun.html", _context(request, found, about))


def _begun(request: HttpRequest, about: Concerned, found: NewBeginning) -> HttpResponse:
    try:
        with acting_now(request, lambda caller: may_begin(caller, about), say) as caller:
            ref = begin_alliance(caller.acts(speaks_for(caller, about)), found, now())
    except AlreadyBegun as already:
        messages.info(request, _("Deze gemeenten beginnen al samen: hier staat hoe ver dat is."))
        return redirect("alliances:begun", already.ref)
    messages.success(request, _("De alliantie is begonnen. Hieronder staat wat je eerst doet."))
    return redirect("alliances:begun", ref)


def _context(request: HttpRequest, found: Begun, about: Concerned) -> dict[str, Any]:
    known = named_actors([ref for ref, _sector in found.invited])
    invited = [(known[ref], sector_label(sector) if sector else "") for ref, sector in found.invited if ref in known]
    return {
        "begun": found,
        "towns": _named(found.towns),
        "invited": invited,
        "missing": [sector_label(sector) for sector in found.missing],
        "figures": [(criterion_label(name), found.figures.get(name)) for name in CRITERIA],
        "may_give_up": bool(_may_stop(request, about, found)),
        "network_url": reverse("network:network") + "?" + "&".join(f"gemeente={nis}" for nis in found.towns),
        "crumbs": [(_("Allianties"), reverse("alliances:proposing")), (found.name, "")],
    }


def _may_stop(request: HttpRequest, about: Concerned, found: Begun) -> Verdict:
    return _verdict(caller_of(request), about, found)


def _verdict(caller: Caller, about: Concerned, found: Begun) -> Verdict:
    return may_give_up(caller, about, found.made_by, is_given_up=found.given_up_at is not None)


def _towns(codes: str, on: date) -> tuple[str, ...]:
    found = sorted(set(codes.split("-")))
    possible = policy_on(on).possible
    try:
        stands = all(on in timeline().find(nis).valid for nis in found)
    except UnknownMunicipality as unknown:
        raise Http404 from unknown
    if not stands or not possible.fewest <= len(found) <= possible.most:
        raise Http404
    return tuple(found)


def _group(towns: tuple[str, ...], world: World, on: date) -> Group:
    """The figures of just these towns, judged beside the region they are in."""
    policy = policy_on(on)
    limits = Limits(policy.usual.fewest, policy.usual.most)
    problem = problem_of(Question("", frozenset(towns), limits, "even", crosses=False), world, on)
    return Judge(problem).group(towns)


def _figures(group: Group) -> dict[str, float | None]:
    return {"score": round(group.score, 4), "km": round(group.mean_km, 2)} | {
        name: None if (value := getattr(group, name)) is None else round(value, 4) for name in CRITERIA
    }


def _area(towns: tuple[str, ...], on: date) -> tuple[str, str]:
    """The region with most of these towns."""
    regions = [region_of(nis, on) for nis in towns]
    return REGION, max(sorted(set(regions)), key=regions.count)


def _working_name(towns: tuple[str, ...]) -> str:
    names = names_of_towns(towns)
    return " – ".join(names[:NAMED_TOWNS]) + (" …" if len(names) > NAMED_TOWNS else "")


def _named(towns: tuple[str, ...]) -> list[tuple[str, str]]:
    return sorted((timeline().find(nis).name, reverse("atlas:municipality", args=[nis])) for nis in towns)
