"""Reads the proof of who somebody is (an ID token) and believes it only when all of it is right.

The checks are those of OpenID Connect Core 1.0, section 3.1.3.7, signature included, with a minute for clocks that
differ.
"""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import jwt

ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"]
LEEWAY_SECONDS = 60
REQUIRED = ["iss", "sub", "aud", "exp", "iat"]


class TokenRefused(ValueError):
    """`ground` is a key of `wording_openid.py`."""

    def __init__(self, ground: str) -> None:
        super().__init__(ground)
        self.ground = ground


@dataclass(frozen=True, slots=True)
class Expected:
    """Who must have made the token, for whom, and in answer to which question."""

    issuer: str
    client: str
    nonce: str


GROUNDS: tuple[tuple[type[jwt.PyJWTError], str], ...] = (
    (jwt.ExpiredSignatureError, "expired"),
    (jwt.ImmatureSignatureError, "not_yet_valid"),
    (jwt.InvalidIssuerError, "wrong_issuer"),
    (jwt.InvalidAudienceError, "wrong_audience"),
    (jwt.MissingRequiredClaimError, "missing_claim"),
)


def read_id_token(token: str, keys: Mapping[str, Any], expected: Expected) -> dict[str, Any]:
    """Its claims. `keys` is the provider's JWK set. Raises `TokenRefused`."""
    try:
        claims: dict[str, Any] = jwt.decode(
            token,
            _key(token, keys),
            algorithms=ALGORITHMS,
            issuer=expected.issuer,
            audience=expected.client,
            leeway=LEEWAY_SECONDS,
            options={"require": REQUIRED},
        )
    except jwt.PyJWTError as error:
        raise TokenRefused(next((ground for kind, ground in GROUNDS if isinstance(error, kind)), "forged")) from error
    if not _is_for(claims, expected.client):
        raise TokenRefused("wrong_audience")
    nonce = claims.get("nonce")
    if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode(), expected.nonce.encode()):
        raise TokenRefused("wrong_nonce")
    return claims


def _is_for(claims: Mapping[str, Any], client: str) -> bool:
    """With several audiences, or when it is said, the authorised party must be us."""
    party = claims.get("azp")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    return party == client if party is not None or several else True


def _key(token: str, keys: Mapping[str, Any]) -> Any:
    wanted = jwt.get_unverified_header(token).get("kid")
    known = jwt.PyJWKSet.from_dict(dict(keys)).keys
    fitting = [key for key in known if key.public_key_use in (None, "sig") and wanted in (None, key.key_id)]
    if len(fitting) != 1:
        raise TokenRefused("forged")
    return fitting[0]
