"""Stops notices with one click, from a mail program or from a page with one button (RFC 8058)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from wortel.post.actions.choose_rhythm import refuse_notices
from wortel.post.domain.address import masked
from wortel.post.links import preferences_path, read_unsubscribe
from wortel.post.models import Subscriber
from wortel.post.pages.refusing import unknown_link
from wortel.post.wording import say_kind
from wortel.shell.clock import now
from wortel.shell.middleware import takes_form
from wortel.shell.request_id import current
from wortel.shell.signed_refs import LinkRefused
from wortel.trail.public import By


@csrf_exempt  # a mail program sends this without having seen a page; the signed token is the proof
@takes_form
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Asks with one button, and stops the notices when it is pressed. Answers itself: RFC 8058 forbids a redirect."""
    try:
        ref, kind = read_unsubscribe(token)
        subscriber = Subscriber.objects.get(ref=ref)
    except (LinkRefused, Subscriber.DoesNotExist) as error:
        raise unknown_link() from error
    is_done = request.method == "POST"
    if is_done:
        refuse_notices(_reader(), subscriber.recipient, kind, at=now())
    context = {
        "is_done": is_done,
        "kind": say_kind(kind),
        "address": masked(subscriber.recipient),
        "preferences": preferences_path(subscriber.ref),
    }
    return render(request, "post/unsubscribe.html", context)


def _reader() -> By:
    """Whoever holds the link; whether they are signed in says nothing about whose mail it was."""
    return By("page", request=current())
