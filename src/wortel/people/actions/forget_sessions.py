"""Lets go of sessions that are over, and of the devices they ran on."""

from __future__ import annotations

from importlib import import_module

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction


def forget_ended_sessions() -> int:
    """Deletes expired sessions and every device (network address, browser) without one; says how many devices."""
    with transaction.atomic():
        import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
        gone = UserSession.objects.exclude(session_key__in=Session.objects.values("session_key"))
        forgotten: int = gone.delete()[0]
    return forgotten
