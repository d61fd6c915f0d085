"""Signed links by which someone chooses what mail to get, without an account. They say no address and never expire."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from wortel.shell.signed_refs import SignedRefs

_UNSUBSCRIBE = SignedRefs("wortel.post.unsubscribe")
_PREFERENCES = SignedRefs("wortel.post.preferences")


def unsubscribe_url(subscriber: str, kind: str) -> str:
    """The full address that stops one kind of notice."""
    return _site(reverse("post:unsubscribe", args=[_UNSUBSCRIBE.token_for(f"{subscriber}.{kind}")]))


def preferences_url(subscriber: str) -> str:
    """The full address of the page where a reader chooses per kind."""
    return _site(preferences_path(subscriber))


def preferences_path(subscriber: str) -> str:
    """The same, inside this site."""
    return reverse("post:preferences", args=[_PREFERENCES.token_for(subscriber)])


def read_unsubscribe(token: str) -> tuple[str, str]:
    """The subscriber and the kind in a link. Raises `LinkRefused`."""
    subscriber, _, kind = _UNSUBSCRIBE.ref_in(token).partition(".")
    return subscriber, kind


def read_preferences(token: str) -> str:
    """The subscriber in a link. Raises `LinkRefused`."""
    return _PREFERENCES.ref_in(token)


def _site(path: str) -> str:
    return str(settings.PUBLIC_URL).rstrip("/") + path
