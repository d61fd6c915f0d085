"""A ref as the last part of a link in a mail: signed, so that nobody else can make such a link."""

from __future__ import annotations

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, Signer, TimestampSigner


class LinkRefused(ValueError):
    """The link is not one of ours, or too old; `is_expired` tells which."""

    def __init__(self, *, is_expired: bool = False) -> None:
        super().__init__("expired" if is_expired else "forged")
        self.is_expired = is_expired


class SignedRefs:
    """Links for one purpose, which `salt` names: those of another purpose are refused.

    `valid_for` counts from the signing; without it a link says for ever whose it is, and the thing itself how long.
    """

    def __init__(self, salt: str, valid_for: timedelta | None = None) -> None:
        self._signer = TimestampSigner(salt=salt) if valid_for is not None else Signer(salt=salt)
        self._limit = {"max_age": valid_for} if valid_for is not None else {}

    def token_for(self, ref: str) -> str:
        """The part of the address that stands for this ref."""
        return self._signer.sign(ref)

    def ref_in(self, token: str) -> str:
        """The ref a token stands for. Raises `LinkRefused`."""
        try:
            return self._signer.unsign(token, **self._limit)
        except SignatureExpired as error:
            raise LinkRefused(is_expired=True) from error
        except BadSignature as error:
            raise LinkRefused from error
