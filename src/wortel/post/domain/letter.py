"""How a mail is written: one subject line, plain text in lines that fit, and a number that stays the same."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

WIDTH = 72
MOST_SUBJECT = 200
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_AS_IT_IS = re.compile(r"\s|>|--")


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail ready to be handed over; `headers` come on top of those every mail has."""

    recipient: str
    subject: str
    body: str
    headers: Mapping[str, str]


def subject_line(given: str) -> str:
    """The subject on one line, without anything that could start a header of its own."""
    return " ".join(_UNWRITABLE.sub(" ", given).split())[:MOST_SUBJECT].rstrip()


def plain_text(given: str) -> str:
    """The text with line ends of one kind, and without characters that no database or mail can hold."""
    return _UNWRITABLE.sub("", given.replace("\r\n", "\n").replace("\r", "\n")).strip() + "\n"


def wrapped(text: str) -> str:
    """Every paragraph broken at 72 characters; addresses of pages stay whole, quoted and indented lines as they are."""
    return "\n".join(part for line in text.split("\n") for part in _lines(line.rstrip()))


def _lines(line: str) -> list[str]:
    if line == "--":
        return ["-- "]  # with its space: what follows is the foot (RFC 3676, 4.3)
    if len(line) <= WIDTH or _AS_IT_IS.match(line):
        return [line]
    return textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)


def message_id(key: str, sender: str) -> str:
    """The Message-ID (RFC 5322, 3.6.4) of the mail with that key, equal each time it is sent.

    `sender` is the address it is sent from; its domain makes the number unique in the world.
    """
    domain = sender.rpartition("@")[2].strip("<> ") or "localhost"
    return f"<{sha256(key.encode()).hexdigest()[:32]}@{domain}>"


def headers_of(key: str, sender: str, unsubscribe_url: str) -> dict[str, str]:
    """The headers of a mail; with an address to unsubscribe for notices (RFC 2369, RFC 8058), without for others."""
    headers = {"Message-ID": message_id(key, sender), "Auto-Submitted": "auto-generated"}
    if unsubscribe_url:
        headers["List-Unsubscribe"] = f"<{unsubscribe_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers
