"""To the provider and back, and what is linked with it."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from allauth.socialaccount.helpers import render_authentication_error
from allauth.socialaccount.models import SocialAccount, SocialApp
from allauth.socialaccount.providers.oauth2.views import OAuth2CallbackView, OAuth2LoginView
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.people.actions.unlink_identity import unlink_identity
from wortel.people.models import Person
from wortel.people.sign_in.acting import by_of
from wortel.people.sign_in.confirming import confirmed_recently
from wortel.people.sign_in.identity_adapter import provider_key
from wortel.people.sign_in.openid import OpenIDAdapter, Refused
from wortel.shell import clock
from wortel.shell.middleware import takes_form, writes_on_get

RETURNS = {"return": "30/m/ip"}
"""How often one visitor comes back from the provider: each return leaves an entry in the trail."""


def to_provider(request: HttpRequest) -> HttpResponse:
    """A page with a button; the button leads to the provider. Raises `Http404` when there is none."""
    _only_with_provider()
    links = "connect" in (request.POST.get("process"), request.GET.get("process"))
    return (_link_provider if links else _leave)(request)


def _leave(request: HttpRequest) -> HttpResponse:
    try:
        response: HttpResponse = OAuth2LoginView.adapter_view(OpenIDAdapter(request, provider_key()))(request)
    except SocialApp.DoesNotExist as error:
        raise Http404 from error
    return response


_link_provider = login_required(confirmed_recently(_leave))


@writes_on_get("the provider leads the browser back here by its own redirect, which is a GET")
def back_from_provider(request: HttpRequest) -> HttpResponse:
    """Signs in who the provider says it is, or says in one sentence why not."""
    _only_with_provider()
    if not ratelimit.consume(request, app="wortel", action="return", config=RETURNS, limit_get=True):
        return ratelimit.respond_429(request)  # type: ignore[no-any-return]
    adapter = OpenIDAdapter(request, provider_key())
    try:
        response: HttpResponse = OAuth2CallbackView.adapter_view(adapter)(request)
    except Refused as refused:
        # Found out before the library began to look out for it.
        response = render_authentication_error(request, adapter.get_provider(), exception=refused)
    return response


@login_required
@takes_form
def linked(request: HttpRequest) -> HttpResponse:
    """Whether the account is linked with the provider, and the button to stop that."""
    _only_with_provider()
    return _linked(request)


@confirmed_recently
def _linked(request: HttpRequest) -> HttpResponse:
    person = request.user
    if request.method == "POST" and isinstance(person, Person):
        if unlink_identity(by_of(request), person, clock.now()):
            messages.success(request, _("De koppeling is weg. Aanmelden met een code per mail blijft werken."))
        return redirect("people:security")
    identity = SocialAccount.objects.filter(user=request.user).first()
    return render(request, "socialaccount/connections.html", {"identity": identity, "name": settings.OPENID["name"]})


def _only_with_provider() -> None:
    if not settings.OPENID:
        raise Http404
