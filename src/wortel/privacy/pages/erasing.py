"""`/mijn/gegevens/wissen/`: your account away, at once, and what stays said plainly."""

from __future__ import annotations

from http import HTTPStatus

from django import forms
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wortel.people.public import caller_of, confirmed_recently
from wortel.privacy.actions.erase_person import CannotErase, erase_person
from wortel.privacy.pages.own_data import asked_person
from wortel.privacy.sole import erasure_verdict
from wortel.privacy.wording import say
from wortel.shell import clock
from wortel.shell.middleware import takes_form


class EraseForm(forms.Form):
    """One deliberate tick: there is no way back."""

    sure = forms.BooleanField(
        label=gettext_lazy("Ja, wis mijn account en alles wat naar mij leidt."),
        error_messages={"required": gettext_lazy("Vink dit aan als je het zeker weet.")},
    )


@takes_form
@confirmed_recently
def erase(request: HttpRequest) -> HttpResponse:
    """Says what goes and what stays; erases when the form comes back. Refused while something would be left alone."""
    person = asked_person(request)
    form = EraseForm(request.POST if request.method == "POST" else None, label_suffix="")
    verdict = erasure_verdict(person, clock.today())
    hindrance = "" if verdict else say(verdict.reason)
    if request.method == "POST" and form.is_valid():
        try:
            erase_person(caller_of(request).acts(), person.ref, why="asked", at=clock.now())
        except CannotErase as refused:
            hindrance = say(refused.reason)
        else:
            logout(request)
            return redirect("privacy:erased")
    refused_now = request.method == "POST" and (hindrance or form.errors)
    context = {
        "form": form,
        "hindrance": hindrance,
        "crumbs": [(_("Je gegevens"), reverse("privacy:mine")), (_("Wissen"), "")],
    }
    return render(
        request, "privacy/erase.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if refused_now else HTTPStatus.OK
    )


def erased(request: HttpRequest) -> HttpResponse:
    """Says that it is done."""
    return render(request, "privacy/erased.html")
