"""Who a question about personal data is about: someone with an account, or only a mail address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db.models import Q

from wortel.people.public import Person
from wortel.privacy.domain.held import By

_PERSON_IN_SESSION = "_auth_user_id"


@dataclass(frozen=True, slots=True)
class Subject:
    """The numbers, proved addresses and sessions by which rows are found. Empty ones match nothing."""

    ref: str
    key: int | None
    emails: tuple[str, ...]
    sessions: tuple[str, ...] = ()

    def matching(self, whose: Iterable[tuple[str, By]]) -> Q:
        """The rows that are this one's; none when there is nothing to go by."""
        found = Q(pk__in=())
        for lookup, by in whose:
            for wanted in self._wanted(by):
                found |= Q(**{f"{lookup}{_COMPARED[by]}": wanted})
        return found

    def _wanted(self, by: By) -> tuple[object, ...]:
        if by is By.REF:
            return (self.ref,) if self.ref else ()
        if by is By.KEY:
            return () if self.key is None else (self.key,)
        if by is By.SESSION:
            return self.sessions
        return tuple(f'"{email}"' for email in self.emails) if by is By.QUOTED else self.emails


_COMPARED = {By.REF: "", By.KEY: "", By.SESSION: "", By.EMAIL: "__iexact", By.QUOTED: "__icontains"}


def subject_of(person: Person, *, every_session: bool = False) -> Subject:
    """Someone with an account, with the addresses that are proved to be theirs.

    Sessions are those the list of devices knows; `every_session` reads all that stand, for who is erased.
    """
    known = UserSession.objects.filter(user_id=person.pk).values_list("session_key", flat=True)
    sessions = {*known, *(_sessions_of(person.pk) if every_session else ())}
    return Subject(person.ref, person.pk, proved_addresses(person), tuple(sorted(sessions)))


def subject_with_address(email: str) -> Subject:
    """Someone without account: only what hangs on that address."""
    return Subject("", None, (email,))


def proved_addresses(person: Person) -> tuple[str, ...]:
    """Addresses the person can read mail at. One never proved would open the data of another."""
    known = dict(EmailAddress.objects.filter(user_id=person.pk).values_list("email", "verified"))
    proved = [email for email, is_proved in known.items() if is_proved]
    if person.email and person.email.casefold() not in {email.casefold() for email in known}:
        proved.insert(0, person.email)
    return tuple(proved)


def _sessions_of(key: int) -> Iterator[str]:
    """A session names its person inside its own text only, so each must be read."""
    for session in Session.objects.iterator():
        if session.get_decoded().get(_PERSON_IN_SESSION) == str(key):
            yield session.session_key
