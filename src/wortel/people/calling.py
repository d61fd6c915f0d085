"""The caller of a request, worked out once and only when asked for."""

from __future__ import annotations

from django.http import HttpRequest

from wortel.people.domain.caller import STRANGER, Caller
from wortel.people.queries import held_mandates
from wortel.shell import clock

_STRONG = {"mfa"}


def caller_of(request: HttpRequest) -> Caller:
    """Who asks: two queries for a signed-in person (session and person apart), none for a stranger."""
    known: Caller | None = getattr(request, "wortel_caller", None)
    if known is None:
        known = _caller(request)
        request.wortel_caller = known  # type: ignore[attr-defined]
    return known


def _caller(request: HttpRequest) -> Caller:
    request_id = getattr(request, "wortel_request_id", "")
    if not request.user.is_authenticated:
        return Caller(request=request_id) if request_id else STRANGER
    person = request.user
    methods = request.session.get("account_authentication_methods", [])
    return Caller(
        person=person.ref,
        name=person.name,
        mandates=held_mandates(person.pk, clock.today()),
        is_strong=any(method.get("method") in _STRONG for method in methods),
        request=request_id,
    )
