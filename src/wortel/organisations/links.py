"""The signed link in the mail of a claim: proof that who claims can read mail at the address given."""

from __future__ import annotations

from datetime import timedelta

from django.core.signing import BadSignature, Signer

VALID_FOR = timedelta(days=7)
"""How long a link works, counted from the claim itself: a link is never renewed."""
_SIGNER = Signer(salt="wortel.organisations.claim")


class LinkForged(ValueError):
    """The link is not one of ours."""


def token_for(ref: str) -> str:
    """The part of the address that proves the mail was read."""
    return _SIGNER.sign(ref)


def ref_in(token: str) -> str:
    """The claim a token stands for. Raises `LinkForged`."""
    try:
        return _SIGNER.unsign(token)
    except BadSignature as error:
        raise LinkForged from error
