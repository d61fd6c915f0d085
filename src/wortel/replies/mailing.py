"""The mails of a reply: one to confirm it, one with the answer."""

from __future__ import annotations

from datetime import datetime

from django.template.loader import render_to_string

from wortel.post.public import put_in_outbox
from wortel.replies.models import Reply


def mail_author(reply: Reply, event: str, subject: str, template: str, at: datetime, **context: str) -> None:
    """Puts a mail to the author in the outbox; one mail per event of a reply. Nobody to write to: no mail."""
    if not reply.author_email:
        return
    text = render_to_string(template, {"reply": reply, **context})
    put_in_outbox(f"reply:{reply.ref}:{event}", "reply", reply.author_email, subject, text, at=at, person=reply.person)
