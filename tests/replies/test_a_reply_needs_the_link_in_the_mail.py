"""Anyone may reply without account; only who reads the mail opens the reply for review."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from wortel.post.models import Message
from wortel.replies.models import Reply
from wortel.replies.pages import confirming
from wortel.replies.public import Target, open_replies, reply_page
from wortel.shell.problems import PageProblem
from wortel.shell.signed_refs import SignedRefs

TARGET = Target("actor:abc", "Techniekclub (fictief)", "/actoren/abc/", ("dispute", "claim"))
GIVEN = {"message": "Deze club bestaat niet meer.", "author_name": "An", "author_email": "an@example.org"}


def post(kind: str = "dispute", **changes: str):
    request = RequestFactory().post("/actoren/abc/reageer/", {**GIVEN, **changes})
    request.user = AnonymousUser()
    request._dont_enforce_csrf_checks = True
    return reply_page(request, TARGET, kind)


def path_in_mail() -> str:
    return re.search(r"https?://[^/]+(/\S+)", Message.objects.latest("pk").text).group(1)


def test_a_reply_waits_until_its_author_confirms(db) -> None:
    assert post().status_code == 302
    reply = Reply.objects.get()
    assert (reply.state, reply.target, open_replies("actor:abc")) == ("unconfirmed", "actor:abc", ())
    visitor = Client()
    assert "Bevestig en verstuur" in visitor.get(path_in_mail()).content.decode()
    assert Reply.objects.get().state == "unconfirmed", "reading a page may not confirm"
    visitor.post(path_in_mail())
    assert [reply.kind for reply in open_replies("actor:abc")] == ["dispute"]


def test_confirming_twice_changes_nothing(db) -> None:
    post()
    Client().post(path_in_mail())
    confirmed = Reply.objects.get().confirmed_at
    Client().post(path_in_mail())
    assert Reply.objects.get().confirmed_at == confirmed


def test_an_old_link_says_so(db, monkeypatch) -> None:
    post()
    monkeypatch.setattr(confirming, "REPLY_LINKS", SignedRefs("wortel.replies", timedelta(seconds=-1)))
    answer = Client().get(path_in_mail())
    assert (answer.status_code, "verlopen" in answer.content.decode()) == (410, True)


def test_a_made_up_link_is_unknown(db) -> None:
    assert Client().get("/reacties/bevestig/abc:def:ghi/").status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"message": ""}, {"author_email": "geen adres"}, {"author_name": "a\x00b"}, {"message": "x" * 5000}],
)
def test_a_form_that_is_wrong_keeps_and_mails_nothing(db, wrong: dict[str, str]) -> None:
    assert post(**wrong).status_code == 422
    assert (Reply.objects.count(), Message.objects.count()) == (0, 0)


def test_a_claim_needs_an_organisation(db) -> None:
    assert post("claim").status_code == 422
    assert post("claim", organisation="Techniekclub").status_code == 302


def test_one_address_gets_no_flood_of_mails(db) -> None:
    answers = [post().status_code for _ in range(6)]
    assert (answers, Message.objects.count()) == ([302] * 5 + [422], 5)


def test_when_the_outbox_fails_nothing_is_kept(db, monkeypatch) -> None:
    def fail(*args, **kwargs):
        raise RuntimeError("no outbox")

    monkeypatch.setattr("wortel.replies.mailing.put_in_outbox", fail)
    with pytest.raises(RuntimeError):
        post()
    assert Reply.objects.count() == 0


def test_a_kind_the_target_does_not_take_is_not_found(db) -> None:
    with pytest.raises(PageProblem) as problem:
        post("correction")
    assert problem.value.status == 404
