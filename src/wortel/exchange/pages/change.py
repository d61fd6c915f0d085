"""`/vraag-en-aanbod/<ref>/wijzig/`: the form with what stands; two at once never undo each other unseen."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.exchange.actions.change_listing import change_listing
from wortel.exchange.actions.keeping import ListingChanged
from wortel.exchange.domain.kinds import KIND_OF
from wortel.exchange.domain.states import CHANGE, StepRefused, steps_from
from wortel.exchange.domain.wanted import ListingRefused
from wortel.exchange.domain.words import DRAFT
from wortel.exchange.form_starts import home_of_row, kept
from wortel.exchange.forms import ListingForm
from wortel.exchange.pages.finding import Seen, seen
from wortel.exchange.pages.form_page import add_faults, form_frame
from wortel.exchange.pages.stepping import acts
from wortel.exchange.wording import say
from wortel.people.public import acting_now, caller_of, permit
from wortel.shell import clock
from wortel.shell.middleware import takes_form
from wortel.shell.site_address import site_of


@takes_form
def change(request: HttpRequest, ref: str) -> HttpResponse:
    """422 when it cannot be kept so, 409 when someone else changed it; what was typed stays."""
    on = clock.today()
    about = seen(request, ref, on)
    permit(request, about.may_manage(caller_of(request)), say)
    row = about.row
    if CHANGE not in steps_from(row.state):
        messages.info(
            request, _("Dit kun je zo niet wijzigen. Heropen het eerst, of begin met “Zelfde als vorig jaar”.")
        )
        return redirect("exchange:listing", ref)
    data = request.POST if request.method == "POST" else None
    form = ListingForm(KIND_OF[row.kind], row.side, home_of_row(row), on, data, initial=kept(row))
    if data is None:
        return _page(request, about, form)
    if not form.is_valid():
        return _page(request, about, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    return _save(request, about, form)


def _save(request: HttpRequest, about: Seen, form: ListingForm) -> HttpResponse:
    row, given = about.row, form.cleaned_data
    opens = row.state == DRAFT and "ontwerp" not in request.POST
    try:
        with acting_now(request, about.may_manage, say) as caller:
            by, version = acts(caller, about), given["versie"] or 0
            site = site_of(request)
            change_listing(by, about.actor, row.ref, version, given["wanted"], clock.now(), opens=opens, site=site)
    except ListingChanged as changed:
        return _conflict(request, about, form, changed)
    except (ListingRefused, StepRefused) as refused:
        if isinstance(refused, ListingRefused):
            add_faults(form, refused.faults)
        else:
            form.add_error(None, say(refused.reason))
        return _page(request, about, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Het staat open: anderen vinden het vanaf nu.") if opens else _("Bewaard."))
    return redirect("exchange:listing", row.ref)


def _conflict(request: HttpRequest, about: Seen, form: ListingForm, changed: ListingChanged) -> HttpResponse:
    """Everything typed stays, beside which fields the other wrote differently; saving again keeps what stands here."""
    theirs = kept(changed.now) if changed.now else {}
    other = [str(field.label) for field in form if field.name in theirs and _differs(form, field.name, theirs)]
    sentence = _("Iemand anders wijzigde dit net: %(fields)s. Bewaar je nu, dan komt wat hier staat in de plaats.")
    form.add_error(None, sentence % {"fields": ", ".join(other) or _("de toestand")})
    data = request.POST.copy()
    data["versie"] = str(changed.now.version) if changed.now else ""
    form.data = data
    return _page(request, about, form, HTTPStatus.CONFLICT)


def _differs(form: ListingForm, name: str, theirs: dict[str, object]) -> bool:
    return name not in ("versie", "periode", "hoever") and (form.cleaned_data.get(name) or None) != (
        theirs[name] or None
    )


def _page(request: HttpRequest, about: Seen, form: ListingForm, status: int = 200) -> HttpResponse:
    context = {
        **form_frame(form, about.actor),
        "row": about.row,
        "may_draft": about.row.state == DRAFT,
        "crumbs": [
            (_("Vraag en aanbod"), reverse("exchange:list")),
            (about.row.title, reverse("exchange:listing", args=[about.row.ref])),
        ],
    }
    return render(request, "exchange/form.html", context, status=status)
