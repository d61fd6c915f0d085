"""The caller of a request, worked out once and only when asked for."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from wortel.people.domain.caller import STRANGER, Caller
from wortel.people.domain.strength import is_strong
from wortel.people.queries import held_mandates
from wortel.shell import clock
from wortel.shell.request_id import current

SIGNED_IN_BY = "account_authentication_methods"
"""Where allauth notes in the session how its owner signed in and confirmed that."""


def caller_of(request: HttpRequest) -> Caller:
    """Who asks: two queries for a signed-in person (session and person apart), none for a stranger."""
    known: Caller | None = getattr(request, "wortel_caller", None)
    if known is None:
        known = _caller(request)
        request.wortel_caller = known  # type: ignore[attr-defined]
    return known


def mail_of(request: HttpRequest) -> str:
    """The address of who is signed in, which signing in has proved; empty for a stranger."""
    return (request.user.email or "") if request.user.is_authenticated else ""


def _caller(request: HttpRequest) -> Caller:
    request_id = current()
    if not request.user.is_authenticated:
        return Caller(request=request_id) if request_id else STRANGER
    person = request.user
    return Caller(
        person=person.ref,
        name=person.name,
        mandates=held_mandates(person.pk, clock.today()),
        is_strong=is_strong(request.session.get(SIGNED_IN_BY, ()), clock.now(), settings.OPENID.get("strong_acr", ())),
        request=request_id,
    )
