"""What a failed attempt to send means: will it ever work for this mail, and what to remember of it."""

from __future__ import annotations

import smtplib

from wortel.post.domain.address import without_addresses

_MOST_CHARACTERS = 300


class ServerAway(OSError):
    """No talk with the mail server came about: it does not answer, or does not let us in. No mail's fault."""


def is_final(error: Exception) -> bool:
    """Whether trying again is of no use: the server refuses this address or this text for good (RFC 5321, 5yz).

    Trouble with the server, the sender or the password is not the mail's fault, and is tried again.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _ in error.recipients.values()]
        return bool(codes) and all(500 <= code < 600 for code in codes)
    if isinstance(error, smtplib.SMTPDataError):
        return 500 <= error.smtp_code < 600
    return isinstance(error, smtplib.SMTPNotSupportedError | ValueError)


def what_happened(error: Exception) -> str:
    """The error in one short line, without the address it was about."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        said = "; ".join(f"{code} {_text(answer)}" for code, answer in error.recipients.values())
    elif isinstance(error, smtplib.SMTPResponseException):
        said = f"{error.smtp_code} {_text(error.smtp_error)}"
    else:
        said = str(error)
    line = " ".join(f"{type(error).__name__}: {said}".split())
    return without_addresses("".join(each for each in line if each.isprintable()))[:_MOST_CHARACTERS]


def _text(answer: bytes | str) -> str:
    return answer.decode("utf-8", errors="replace") if isinstance(answer, bytes) else answer
