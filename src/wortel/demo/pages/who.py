"""`/demo/`: who a visitor of the demo can be. Only there where `wortel demo` serves, and only invented people."""

from __future__ import annotations

from http import HTTPStatus

from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.demo.domain.people import PEOPLE
from wortel.people.public import Person
from wortel.shell.middleware import takes_form
from wortel.shell.problems import PageProblem

BACKEND = "django.contrib.auth.backends.ModelBackend"


def who(request: HttpRequest) -> HttpResponse:
    """The people of the demo, each with a button. Raises `PageProblem` (404) where no demo is served."""
    _only_in_the_demo()
    known = dict(Person.objects.filter(is_fictional=True).values_list("ref", "email"))
    return render(request, "demo/who.html", {"people": [part for part in PEOPLE if part.ref in known]})


@takes_form
def become(request: HttpRequest, ref: str) -> HttpResponse:
    """Signs in as that person. Raises `PageProblem` (404) for anyone who is not invented."""
    _only_in_the_demo()
    person = Person.objects.filter(ref=ref, is_fictional=True, is_active=True).first()
    if person is None:
        raise _nobody()
    if request.method != "POST":
        return redirect("demo:who")
    login(request, person, backend=BACKEND)
    record_authentication(request, person, "mfa", type="demo")
    return redirect(settings.LOGIN_REDIRECT_URL)


def _only_in_the_demo() -> None:
    if not settings.IS_DEMO:
        raise _nobody()


def _nobody() -> PageProblem:
    return PageProblem(
        HTTPStatus.NOT_FOUND,
        _("Hier is geen demo"),
        _("Een verzonnen persoon kun je alleen worden waar de demo draait: wortel demo."),
        (),
    )
