"""Someone chooses per kind how often to get notices: by the link in a mail, or signed in."""

from __future__ import annotations

from http import HTTPStatus

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wortel.post.actions.choose_rhythm import choose_rhythms
from wortel.post.domain.address import address_of, masked
from wortel.post.forms import RhythmForm
from wortel.post.links import read_preferences
from wortel.post.models import Subscriber
from wortel.post.pages.refusing import unknown_link
from wortel.post.queries import rhythms_of
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form
from wortel.shell.request_id import current
from wortel.shell.signed_refs import LinkRefused
from wortel.trail.public import By


@takes_form
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    """The choices of the address the link was mailed to; no account needed."""
    try:
        subscriber = Subscriber.objects.get(ref=read_preferences(token))
    except (LinkRefused, Subscriber.DoesNotExist) as error:
        raise unknown_link() from error
    return _choices(request, subscriber.recipient, By("page", request=current()))


@takes_form
def mine(request: HttpRequest) -> HttpResponse:
    """The choices of who is signed in; nobody else can be asked about."""
    if not request.user.is_authenticated or not request.user.email:
        return redirect_to_login(request.get_full_path())
    by = By("page", person=request.user.ref, request=current())
    return _choices(request, address_of(request.user.email), by)


def _choices(request: HttpRequest, address: str, by: By) -> HttpResponse:
    form = RhythmForm(rhythms_of(address), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        choose_rhythms(by, address, form.cleaned_data, at=now())
        messages.success(request, _("Je keuze is bewaard en geldt vanaf nu."))
        return redirect(request.path)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "post/preferences.html", {"form": form, "address": masked(address)}, status=status)
