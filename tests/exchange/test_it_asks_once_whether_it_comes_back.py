"""Thirty days before the end the administrators get one mail; what was repeated, or is short, gets none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from fair import AT, BY, ON, SCHOOL, SITE, actor, opened

from wortel.exchange.actions.change_listing import change_listing
from wortel.exchange.actions.repeat_listing import repeat_listing, wanted_of
from wortel.exchange.models import Listing
from wortel.exchange.public import remind_of_ends
from wortel.people.public import Person
from wortel.post.models import Message

pytestmark = pytest.mark.usefixtures("actors")


def ending(days: int, length: int = 200) -> Listing:
    end = ON + timedelta(days=days)
    return opened(first_on=end - timedelta(days=length), end_on=end)


def test_it_is_asked_once_and_leads_to_the_page(person: Callable[..., Person]) -> None:
    person("noor", administrator=SCHOOL)
    person("ed", editor=SCHOOL)
    row = ending(30)
    assert remind_of_ends(BY, AT, SITE) == 1
    assert remind_of_ends(BY, AT, SITE) == 0
    assert remind_of_ends(BY, AT + timedelta(days=1), SITE) == 0
    mail = Message.objects.get()
    assert mail.recipient == "noor@example.net"
    assert f"{SITE}/vraag-en-aanbod/{row.ref}/" in mail.text


def test_too_early_too_short_or_already_repeated_is_left_alone(person: Callable[..., Person]) -> None:
    person("noor", administrator=SCHOOL)
    ending(31)
    ending(20, length=40)
    repeated = ending(10)
    repeat_listing(BY, actor(SCHOOL), repeated.ref, AT)
    closed = ending(10)
    Listing.objects.filter(pk=closed.pk).update(state="closed")
    assert remind_of_ends(BY, AT, SITE) == 0
    assert not Message.objects.exists()


def test_a_period_made_longer_is_asked_again_at_its_new_end(person: Callable[..., Person]) -> None:
    person("noor", administrator=SCHOOL)
    row = ending(10)
    remind_of_ends(BY, AT, SITE)
    row.refresh_from_db()
    row.end_on += timedelta(days=100)
    change_listing(BY, actor(SCHOOL), row.ref, row.version, wanted_of(row), AT)
    assert remind_of_ends(BY, AT + timedelta(days=90), SITE) == 1
    assert Message.objects.count() == 2


def test_many_at_once_cost_a_fixed_number_of_questions_beside_their_mails(
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for count in (1, 20):
        for _ in range(count):
            ending(15)
        with django_assert_max_num_queries(15):  # type: ignore[attr-defined]
            assert remind_of_ends(BY, AT, SITE) == count
