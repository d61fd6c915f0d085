"""Files a reply and mails its author a link to confirm it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from wortel.replies.links import token_for
from wortel.replies.mailing import mail_author
from wortel.replies.models import Reply
from wortel.replies.target import Target

MAILS_PER_DAY = 5
"""How many links one mail address gets in 24 hours, so that nobody's mailbox can be flooded through us."""


class TooManyReplies(ValueError):
    """This mail address asked for too many links in a day."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who replies, as they say themselves."""

    name: str
    email: str
    organisation: str = ""


def file_reply(target: Target, kind: str, author: Author, message: str, link: str, at: datetime) -> Reply:
    """Keeps the reply as unconfirmed and mails the link; `link` holds `{token}`, replaced by the signed token.

    Raises `TooManyReplies` or `MailNotSent`, and then keeps nothing.
    """
    recent = Reply.objects.filter(author_email__iexact=author.email, created_at__gte=at - timedelta(days=1))
    if recent.count() >= MAILS_PER_DAY:
        raise TooManyReplies(author.email)
    with transaction.atomic():
        reply = Reply.objects.create(
            ref=secrets.token_hex(10),
            kind=kind,
            target=target.key,
            target_label=target.label,
            target_path=target.path,
            message=message,
            author_name=author.name,
            author_email=author.email,
            organisation=author.organisation,
            created_at=at,
        )
        subject = gettext("Bevestig je melding bij Wortel")
        mail_author(reply, subject, "replies/confirm.txt", link=link.format(token=token_for(reply.ref)))
    return reply
