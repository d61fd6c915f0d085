"""What a stranger sends with somebody's address does not lock its owner out, once the owner proved it is theirs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress

from wortel.organisations.actions.claiming import CLAIMS_PER_DAY, too_many
from wortel.organisations.models import Claim
from wortel.people.models import Person
from wortel.replies.actions.file_reply import REPLIES_PER_DAY, Author, TooManyReplies, file_reply
from wortel.replies.public import Target
from wortel.trail.public import By

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
ADDRESS = "directie@deschool.example.be"
TARGET = Target("actor:abc", "De School", "/actoren/abc/", ("dispute",))


@pytest.fixture
def owner() -> By:
    person = Person.objects.create(email=ADDRESS, joined_at=AT)
    EmailAddress.objects.create(user=person, email=ADDRESS, verified=True, primary=True)
    return By("page", person=person.ref)


def test_links_asked_by_another_do_not_stop_who_reads_that_mailbox(owner: By) -> None:
    for nth in range(CLAIMS_PER_DAY):
        Claim.objects.create(
            ref=f"c{nth}", actor=f"a{nth}", actor_name="A", person="iemand", proof="domain", state="sent",
            email=ADDRESS, made_at=AT - timedelta(hours=1),
        )  # fmt: skip
    assert too_many(By("page", person="nog-iemand"), ADDRESS, AT)
    assert not too_many(owner, ADDRESS, AT)


def test_replies_in_somebodys_name_do_not_stop_them_when_signed_in(owner: By) -> None:
    for _ in range(REPLIES_PER_DAY):
        file_reply(By("page"), TARGET, "dispute", Author("Iemand", ADDRESS), "Fout.", "https://wortel.example", AT)
    with pytest.raises(TooManyReplies):
        file_reply(By("page"), TARGET, "dispute", Author("Iemand", ADDRESS), "Fout.", "https://wortel.example", AT)
    known = Author("De directie", ADDRESS, is_known=True)
    for _ in range(REPLIES_PER_DAY):
        assert file_reply(owner, TARGET, "dispute", known, "Klopt niet.", "https://wortel.example", AT)
    with pytest.raises(TooManyReplies):
        file_reply(owner, TARGET, "dispute", known, "Klopt niet.", "https://wortel.example", AT)
