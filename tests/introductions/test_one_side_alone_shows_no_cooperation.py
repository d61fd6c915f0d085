"""What one side tells of an agreement made elsewhere is no public fact until another side says so."""

from __future__ import annotations

import pytest
from world_of_two import AT, BRAM, BY, DAY, NOOR

from wortel.exchange.public import Listing
from wortel.introductions.actions.answer import agree
from wortel.introductions.actions.give_feedback import give_feedback
from wortel.introductions.actions.propose import propose
from wortel.introductions.actions.record_elsewhere import record_elsewhere
from wortel.introductions.domain.feedback import Said
from wortel.introductions.queries.cooperation import cooperation, cooperation_version
from wortel.shell.clock import BRUSSELS
from wortel.trail.public import By

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("two")]
ON = (AT + DAY).astimezone(BRUSSELS).date()
YESTERDAY = (AT - DAY).date()


def shown() -> None:
    Listing.objects.update(visibility="public")


@pytest.mark.parametrize("by", [NOOR, BY])
def test_it_counts_once_the_other_says_that_it_took_place(by: By) -> None:
    shown()
    row = record_elsewhere(by, "vraag", "aanbod", YESTERDAY, AT)
    if by is NOOR:
        give_feedback(NOOR, row.ref, "need", Said(happened=True), AT)
    assert cooperation(ON) == ()
    before = cooperation_version()
    give_feedback(BRAM, row.ref, "offer", Said(happened=True), AT)
    assert len(cooperation(ON)) == 1
    assert cooperation_version() != before


def test_what_both_agreed_to_here_counts_at_once() -> None:
    shown()
    row = propose(NOOR, "vraag", "aanbod", origin="direct", at=AT)
    agree(BRAM, row.ref, "offer", row.version, AT)
    assert len(cooperation(ON)) == 1
