"""Listens to allauth, whose signals are its documented interface: it writes its own tables, we write the trail.

The one file of the house that listens; each receiver runs one action and decides nothing.
"""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.core import context as current
from allauth.mfa.models import Authenticator
from allauth.socialaccount import signals as identities
from allauth.socialaccount.adapter import get_adapter
from django.contrib.auth.signals import user_logged_out
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest

from wortel.people.actions.link_identity import link_identity
from wortel.people.actions.note_address import note_address
from wortel.people.actions.note_factor import note_factor
from wortel.people.actions.note_sign_in import note_sign_in
from wortel.people.actions.note_sign_out import note_sign_out
from wortel.people.actions.refuse_sign_in import refuse_sign_in
from wortel.people.models import Person
from wortel.people.sign_in.acting import by_of
from wortel.people.sign_in.lifetime import SEEN, SINCE
from wortel.shell import clock


def signed_in(request: HttpRequest, user: Person, **more: Any) -> None:
    """Begins the life of the session, notes the visit, and links the identity that was waiting for a proved address."""
    at = clock.now()
    request.session[SINCE] = request.session[SEEN] = at.timestamp()
    identity = more.get("sociallogin")
    if identity is not None:
        _bring_identity(request, user, identity)
    records = get_authentication_records(request, user)
    note_sign_in(by_of(request, user.ref), user, " + ".join(_means(record) for record in records), at)


def _bring_identity(request: HttpRequest, person: Person, identity: Any) -> None:
    account_there = identity.account
    if account_there.pk is None:
        name = identity.user.name if identity.user else ""
        if link_identity(by_of(request, person.ref), person, account_there, name, clock.now()):
            about = {"provider": identity.provider}
            get_adapter().send_notification_mail("socialaccount/email/account_connected", person, about)
    records = get_authentication_records(request, person)
    for record in records:
        if record.get("method") == "socialaccount":
            record["acr"] = account_there.extra_data.get("acr", "")
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = records


def _means(record: dict[str, Any]) -> str:
    return str(record.get("type") or record["method"])


def signed_out(request: HttpRequest, user: Person | None, **_more: Any) -> None:
    """One session is over."""
    if user is not None:
        note_sign_out(by_of(request, user.ref), user, clock.now())


def factor_added(instance: Authenticator, created: bool = False, **_more: Any) -> None:
    """A passkey, an app or recovery codes, heard in the transaction that stores it."""
    _note(instance, "added" if created else "")


def factor_removed(instance: Authenticator, **_more: Any) -> None:
    """The same, taken away. Who erases a person at the command line leaves one entry for all of it."""
    _note(instance, "removed")


def _note(factor: Authenticator, change: str) -> None:
    request = current.request
    if change and request is not None:
        person = factor.user
        note_factor(by_of(request, person.ref), person, str(factor.type), change, clock.now())


def password_changed(request: HttpRequest, user: Person, **_more: Any) -> None:
    """A first or another password."""
    note_factor(by_of(request, user.ref), user, "password", "changed", clock.now())


def identity_added(request: HttpRequest, sociallogin: Any, **_more: Any) -> None:
    """Linked by who was signed in already."""
    note_factor(by_of(request), sociallogin.user, "identity", "added", clock.now())


def address_changed(
    request: HttpRequest, user: Person, from_email_address: Any, to_email_address: Any, **_more: Any
) -> None:
    """The new address was proved by a code."""
    before = from_email_address.email if from_email_address else ""
    note_address(by_of(request, user.ref), user, before, to_email_address.email, clock.now())


def code_wrong(request: HttpRequest, last_attempt: bool, **_more: Any) -> None:
    """Too many wrong codes: this code is of no use any more."""
    if last_attempt:
        refuse_sign_in(by_of(request), "code", "code_wrong", clock.now())


HEARD = (
    (account.user_logged_in, signed_in),
    (user_logged_out, signed_out),
    (post_save, factor_added),
    (post_delete, factor_removed),
    (account.password_set, password_changed),
    (account.password_changed, password_changed),
    (identities.social_account_added, identity_added),
    (account.email_changed, address_changed),
    (account.login_code_rejected, code_wrong),
)


def listen() -> None:
    """Connects each receiver once."""
    for signal, receiver in HEARD:
        sender = Authenticator if signal in (post_save, post_delete) else None
        signal.connect(_hear(receiver), sender, dispatch_uid=f"wortel.{receiver.__name__}", weak=False)


def _hear(receiver: Any) -> Any:
    def heard(sender: Any, **given: Any) -> None:  # noqa: ARG001
        given.pop("signal", None)
        receiver(**given)

    return heard
