"""Websites: an address a browser can open, and the host that names its owner."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from wortel.actors.domain.identifiers import WEB_DOMAIN, ReadIdentifier
from wortel.kernel.reason import Reason

WEBSITE_LENGTH = 300

# Houses where many live: such a host names the landlord, not the tenant.
_LODGINGS = re.compile(
    r"(?:^|\.)(?:facebook|instagram|linkedin|twitter|x|youtube|blogspot|wordpress|wixsite|weebly|google|tiktok"
    r"|github|jimdo|jimdofree|webnode|yolasite)\.(?:com|be|io|page|nl)$"
)
_ADDRESS = re.compile(r"https?://(?:[^/?#@\s]*@)?(?P<host>[^/?#:@\s]+)(?::\d{1,5})?(?=[/?#]|$)", re.I)
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})")


def read_website(text: str) -> tuple[str, Reason | None]:
    """The address with its scheme, and what was mended; an address nobody can open comes back empty with the reason."""
    if not text:
        return "", None
    bare = "://" not in text and not text.lower().startswith(("mailto:", "javascript:", "data:"))
    address = f"https://{text.lstrip('/')}" if bare else text
    if web_domain(address) is None or len(address) > WEBSITE_LENGTH or not _opens(address):
        return "", Reason.of("actors.website_unusable", raw=text[:80])
    return address, Reason.of("actors.website_scheme_added", raw=text[:80], value=address) if bare else None


def _opens(address: str) -> bool:
    """Whether a browser opens it where it says: no name before an @ that looks like the host, no port too high."""
    try:
        parts = urlsplit(address)
        honest = parts.username is None and (parts.port is None or parts.port > 0)
    except ValueError:
        return False
    return honest and address.isprintable() and not re.search(r"[\s<>\"\\]", address)


@lru_cache(maxsize=64)  # asked twice of each address
def web_domain(address: str) -> str | None:
    """The host in ASCII (IDNA), lower case, without `www.`; `None` when there is none."""
    match = _ADDRESS.match(address)
    if match is None:
        return None
    host = match["host"].rstrip(".").lower()
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    host = host.removeprefix("www.")
    return host if _HOST.fullmatch(host) else None


def domain_identifier(address: str) -> ReadIdentifier | None:
    """The host as an identifier, unless it is a house where many live."""
    host = web_domain(address) if address else None
    if host is None or _LODGINGS.search(host):
        return None
    return ReadIdentifier(WEB_DOMAIN, host[:200], address[:200], is_valid=True)
