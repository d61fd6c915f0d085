"""The back end for local use: every mail a file of its own, that any mail program opens.

Django's own file back end names a file by second and by an address in memory: two mails may end up in one file.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from wortel.shell.clock import now


class EmailBackend(BaseEmailBackend):
    """Writes mails to `EMAIL_FILE_PATH`, readable by its owner only, each whole or not at all."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """How many were written. Raises `OSError` when the folder cannot be written."""
        folder = Path(settings.EMAIL_FILE_PATH)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for mail in email_messages:
            name = f"{now():%Y%m%d-%H%M%S-%f}-{secrets.token_hex(4)}"
            half = folder / f".{name}"
            with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(mail.message().as_bytes())
            half.rename(folder / f"{name}.eml")
        return len(email_messages)
