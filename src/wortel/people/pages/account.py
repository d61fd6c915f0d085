"""`/mijn/`: who I am here, on whose behalf I act, and what guards my account."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from wortel.people.actions.rename_person import rename_person
from wortel.people.calling import caller_of
from wortel.people.models import Person
from wortel.people.pages.mine import mandates_part
from wortel.people.providers import own_doors
from wortel.people.sign_in.forms import NameForm
from wortel.shell import clock
from wortel.shell.middleware import takes_form


@takes_form
@login_required
@never_cache
def mine(request: HttpRequest) -> HttpResponse:
    """Shows it, and takes another name."""
    caller, person = caller_of(request), request.user
    form = NameForm(request.POST if request.method == "POST" else None, initial={"name": caller.name})
    if request.method == "POST" and form.is_valid() and isinstance(person, Person):
        rename_person(caller.acts(), person, form.cleaned_data["name"], clock.now())
        messages.success(request, _("Je naam is bewaard."))
        return redirect("people:mine")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {"form": form, "caller": caller, "doors": own_doors(caller), **mandates_part(request)}
    return render(request, "people/account/mine.html", context, status=status)
