"""The mails of a reply: one to confirm it, one with the answer."""

from __future__ import annotations

from django.core.mail import send_mail
from django.template.loader import render_to_string

from wortel.replies.models import Reply


class MailNotSent(RuntimeError):
    """The mail server refused; nothing was kept."""


def mail_author(reply: Reply, subject: str, template: str, **context: str) -> None:
    """Mails the author of a reply. Raises `MailNotSent`, for the caller to take its change back."""
    text = render_to_string(template, {"reply": reply, **context})
    try:
        send_mail(subject, text, None, [reply.author_email])
    except OSError as error:
        raise MailNotSent(str(error)) from error
