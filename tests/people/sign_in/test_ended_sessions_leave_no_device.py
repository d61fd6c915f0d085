"""When a session is over, the address and browser it ran on go too; others stay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection

from wortel.people.models import Person
from wortel.people.public import forget_ended_sessions
from wortel.shell.clock import now
from wortel.shell.kept_cache import forget_expired

pytestmark = pytest.mark.django_db


def device(key: str, days_left: int) -> None:
    owner, _ = Person.objects.get_or_create(ref="an", email="an@example.org", defaults={"joined_at": now()})
    Session.objects.create(session_key=key, session_data="", expire_date=now() + timedelta(days=days_left))
    UserSession.objects.create(user=owner, session_key=key, ip="192.0.2.1", user_agent="Browser")


def test_only_the_device_of_the_ended_session_goes() -> None:
    device("oud", -1)
    device("nu", 1)
    assert forget_ended_sessions() == 1
    assert list(Session.objects.values_list("session_key", flat=True)) == ["nu"]
    assert list(UserSession.objects.values_list("session_key", flat=True)) == ["nu"]


def test_a_second_round_finds_nothing_more() -> None:
    device("oud", -1)
    forget_ended_sessions()
    assert forget_ended_sessions() == 0


def test_what_expired_in_the_cache_is_cleared_away_and_the_rest_stays() -> None:
    cache.set("lang", 1, 1000)
    cache.set("kort", 1, 10)
    forget_expired(now() + timedelta(seconds=100))
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM wortel_cache")
        assert [key.split(":")[-1] for (key,) in cursor.fetchall()] == ["lang"]
