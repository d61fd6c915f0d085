"""A row of the outbox as the letter that leaves."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import override

from wortel.post.domain.kinds import kind_of
from wortel.post.domain.letter import Letter, headers_of, plain_text, subject_line, wrapped
from wortel.post.links import preferences_url, unsubscribe_url
from wortel.post.models import Message, Subscriber
from wortel.post.wording import foot_of_notice

LANGUAGE = "nl"


def letter_of(message: Message) -> Letter:
    """The letter, in Dutch; a notice ends with how to get less of them. One query for a notice, none for others."""
    text, unsubscribe = message.text, ""
    if kind_of(message.kind).is_notice:
        subscriber = Subscriber.objects.filter(recipient=message.recipient).values_list("ref", flat=True).first()
        if subscriber:
            with override(LANGUAGE):
                unsubscribe = unsubscribe_url(subscriber, message.kind)
                text += foot_of_notice(message.kind, unsubscribe, preferences_url(subscriber))
    return Letter(
        message.recipient,
        subject_line(message.subject),
        wrapped(plain_text(text)),
        headers_of(message.key, settings.DEFAULT_FROM_EMAIL, unsubscribe),
    )
