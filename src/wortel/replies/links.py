"""The signed link in the mail: proof that who sent a reply can read mail at the address given."""

from __future__ import annotations

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

VALID_FOR = timedelta(days=7)
_SIGNER = TimestampSigner(salt="wortel.replies")


class LinkRefused(ValueError):
    """The link is not one of ours, or too old; `is_expired` tells which."""

    def __init__(self, *, is_expired: bool) -> None:
        super().__init__("expired" if is_expired else "forged")
        self.is_expired = is_expired


def token_for(ref: str) -> str:
    """The part of the address that proves the mail was read."""
    return _SIGNER.sign(ref)


def ref_in(token: str) -> str:
    """The reply a token stands for. Raises `LinkRefused`."""
    try:
        return _SIGNER.unsign(token, max_age=VALID_FOR)
    except SignatureExpired as error:
        raise LinkRefused(is_expired=True) from error
    except BadSignature as error:
        raise LinkRefused(is_expired=False) from error
