"""Signed links by which someone chooses what mail to get, without an account. They say no address and never expire."""

from __future__ import annotations

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

_UNSUBSCRIBE = Signer(salt="wortel.post.unsubscribe")
_PREFERENCES = Signer(salt="wortel.post.preferences")


class LinkRefused(ValueError):
    """The link is not one of ours."""


def unsubscribe_url(subscriber: str, kind: str) -> str:
    """The full address that stops one kind of notice."""
    return _site(reverse("post:unsubscribe", args=[_UNSUBSCRIBE.sign(f"{subscriber}.{kind}")]))


def preferences_url(subscriber: str) -> str:
    """The full address of the page where a reader chooses per kind."""
    return _site(preferences_path(subscriber))


def preferences_path(subscriber: str) -> str:
    """The same, inside this site."""
    return reverse("post:preferences", args=[_PREFERENCES.sign(subscriber)])


def read_unsubscribe(token: str) -> tuple[str, str]:
    """The subscriber and the kind in a link. Raises `LinkRefused`."""
    subscriber, _, kind = _read(_UNSUBSCRIBE, token).partition(".")
    return subscriber, kind


def read_preferences(token: str) -> str:
    """The subscriber in a link. Raises `LinkRefused`."""
    return _read(_PREFERENCES, token)


def _read(signer: Signer, token: str) -> str:
    try:
        return signer.unsign(token)
    except BadSignature as error:
        raise LinkRefused from error


def _site(path: str) -> str:
    return getattr(settings, "PUBLIC_URL", "").rstrip("/") + path
