"""Who sent a reply gets the answer, by mail and behind the same link."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core import mail
from django.test import Client

from wortel.replies.links import token_for
from wortel.replies.models import Reply
from wortel.replies.public import MailNotSent, NotOpen, decide_reply

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture
def reply(db: None) -> Reply:
    return Reply.objects.create(
        ref="abc",
        kind="dispute",
        state="open",
        target="actor:x",
        target_label="Techniekclub (fictief)",
        target_path="/actoren/x/",
        message="Bestaat niet meer.",
        author_name="An",
        author_email="an@example.org",
        created_at=AT,
        confirmed_at=AT,
    )


@pytest.mark.parametrize(("accepted", "words"), [(True, "namen je melding aan"), (False, "namen je melding niet aan")])
def test_the_answer_is_mailed_and_shown(reply: Reply, accepted: bool, words: str) -> None:
    decide_reply("abc", accepted=accepted, decision="We belden de club.", at=AT)
    assert (mail.outbox[0].to, "We belden de club." in mail.outbox[0].body) == (["an@example.org"], True)
    page = Client().get(f"/reacties/bevestig/{token_for('abc')}/").content.decode()
    assert words in page
    assert "We belden de club." in page


def test_a_decision_is_taken_once(reply: Reply) -> None:
    decide_reply("abc", accepted=True, decision="", at=AT)
    with pytest.raises(NotOpen):
        decide_reply("abc", accepted=False, decision="", at=AT)


def test_without_mail_nothing_is_decided(reply: Reply, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **kwargs: object) -> None:
        raise ConnectionRefusedError("no mail server")

    monkeypatch.setattr("wortel.replies.mailing.send_mail", refuse)
    with pytest.raises(MailNotSent):
        decide_reply("abc", accepted=True, decision="", at=AT)
    assert Reply.objects.get().state == "open"
