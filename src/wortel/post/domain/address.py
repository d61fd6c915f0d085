"""A mail address: the one form it is kept in, and the two ways of naming it without saying it."""

from __future__ import annotations

import re
from hashlib import sha256

from wortel.kernel.text import has_one_spelling

_MOST_CHARACTERS = 254
# What may stand in header and envelope without doing harm; whether the address exists, only a mail can tell.
_DOMAIN = r"@[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff<>(),:;\"\\@]+"
_PLAIN = r"[^\s\x00-\x1f\x7f-\x9f\ud800-\udfff<>(),:;\"\\\[\]@]+"
_QUOTED = r"\"[ !#-\[\]-~]+\""
_ADDRESS = re.compile(f"(?:{_PLAIN}|{_QUOTED}){_DOMAIN}")
_ANYWHERE = re.compile(r"[^\s<>(),:;\"'@]+@[^\s<>(),:;\"'@]+")


class NoMailAddress(ValueError):
    """Not one single mail address, so it is not written on an envelope."""


def address_of(given: str) -> str:
    """The address in small letters without spaces around it: the form to keep and compare. Raises `NoMailAddress`."""
    address = given.strip(" ").lower()
    is_short = len(address) <= _MOST_CHARACTERS
    # A character nobody can see, or that no alphabet has, is no part of an address anyone has.
    if not (is_short and address.isprintable() and _ADDRESS.fullmatch(address) and has_one_spelling(address)):
        raise NoMailAddress
    return address


def masked(address: str) -> str:
    """The address so that its owner knows it again and nobody else learns it: `a…@example.org`."""
    name, _, domain = address.partition("@")
    return f"{name[:1]}…@{domain}" if domain else ""


def fingerprint(address: str) -> str:
    """A short name for an address in keys, 16 hex characters; equal addresses have equal names."""
    return sha256(address.encode()).hexdigest()[:16]


def without_addresses(text: str) -> str:
    """A text, such as what a mail server answered, with every mail address in it left out."""
    return _ANYWHERE.sub("<adres>", text)
