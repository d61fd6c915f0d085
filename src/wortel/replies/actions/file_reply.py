"""Files a reply: open at once for who is signed in, else waiting for the link in a mail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext

from wortel.replies.links import REPLY_LINKS
from wortel.replies.mailing import mail_author
from wortel.replies.models import Reply
from wortel.replies.target import Target, organisation_in
from wortel.shell.refs import new_ref
from wortel.shell.site_address import link
from wortel.trail.public import By, leave

REPLIES_PER_DAY = 5
"""How many replies one mail address sends in 24 hours, so that nobody's mailbox can be flooded through us."""


class TooManyReplies(ValueError):
    """This mail address sent too many replies in a day."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who replies. `is_known`: signed in as `By.person`, so the address needs no link."""

    name: str
    email: str
    organisation: str = ""
    is_known: bool = False


def file_reply(by: By, target: Target, kind: str, author: Author, message: str, site: str, at: datetime) -> Reply:
    """Keeps the reply; mails a link to confirm it unless the author is known.

    `site` is scheme and host, for that link. Raises `TooManyReplies`, and then keeps nothing.
    """
    with transaction.atomic():
        # What others send with the address of who is signed in does not use up their share.
        sender = {"person": by.person} if author.is_known else {"author_email__iexact": author.email}
        recent = Reply.objects.filter(**sender, created_at__gte=at - timedelta(days=1))
        if recent.count() >= REPLIES_PER_DAY:
            raise TooManyReplies(author.email)
        reply = Reply.objects.create(
            ref=new_ref(),
            kind=kind,
            state=Reply.State.OPEN if author.is_known else Reply.State.UNCONFIRMED,
            target=target.key,
            target_label=target.label,
            target_path=target.path,
            nis=target.nis,
            message=message,
            person=by.person if author.is_known else "",
            author_name=author.name,
            author_email=author.email,
            organisation=author.organisation,
            created_at=at,
            confirmed_at=at if author.is_known else None,
        )
        if not author.is_known:
            subject = gettext("Bevestig je melding bij Wortel")
            address = link(site, "replies:confirm", REPLY_LINKS.token_for(reply.ref))
            mail_author(reply, "confirm", subject, "replies/confirm.txt", at, link=address)
        _leave(by, reply, at)
    return reply


def _leave(by: By, reply: Reply, at: datetime) -> None:
    leave(
        by,
        "reply.filed",
        f"reply:{reply.ref}",
        at=at,
        after={"kind": reply.kind, "state": str(reply.state), "target": reply.target},
        concerns=organisation_in(reply.target),
        about_person=reply.person,
    )
