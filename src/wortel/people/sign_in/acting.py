"""Who signs what is written while somebody signs in, and when."""

from __future__ import annotations

from django.http import HttpRequest

from wortel.shell.request_id import current
from wortel.trail.public import By


def by_of(request: HttpRequest, person: str = "") -> By:
    """A visitor on a page: the person given (who may not be signed in yet), else the one of the session."""
    if not person and request.user.is_authenticated:
        person = request.user.ref
    return By("page", person=person, request=current())
