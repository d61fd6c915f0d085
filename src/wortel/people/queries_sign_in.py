"""What signing in left behind, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session

from wortel.people.domain.organisation_code import OrganisationCode, read_code
from wortel.people.domain.strength import STRONG_FOR
from wortel.people.models import Person
from wortel.shell import clock


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A browser somebody is signed in with. `browser` as it calls itself."""

    since: datetime
    browser: str
    is_here: bool


def live_sessions(person_id: int | None, here: str) -> list[LiveSession]:
    """Of this person, newest first; `here` is the key of the session that asks. Two queries."""
    noted = {each.session_key: each for each in UserSession.objects.filter(user_id=person_id).order_by("-created_at")}
    alive = set(
        Session.objects.filter(session_key__in=noted, expire_date__gt=clock.now()).values_list("session_key", flat=True)
    )
    return [LiveSession(each.created_at, each.user_agent, key == here) for key, each in noted.items() if key in alive]


def org_code_of(person: Person) -> OrganisationCode | None:
    """The organisation the provider named when this person signed in through it less than `STRONG_FOR` ago; `None`
    for none we can read. What it said longer ago proves nothing: people leave, and the provider no longer says so."""
    since = clock.now() - STRONG_FOR
    identity = SocialAccount.objects.filter(user=person, last_login__gt=since).order_by("-last_login").first()
    return read_code(identity.extra_data.get("vo_orgcode")) if identity else None
