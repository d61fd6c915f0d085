"""Many at once are checked as if typed; one that is wrong keeps all out, and no mail leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fair import AT, BY, INVENTED, NEED, OFFER, ON, SCHOOL, actor

from wortel.exchange.models import Listing
from wortel.exchange.public import ListingRefused, PutListing, forget_fictional_listings, open_listings, put_listings
from wortel.post.models import Message
from wortel.trail.models import Entry

pytestmark = pytest.mark.usefixtures("actors")


def test_they_stand_as_they_were_put() -> None:
    past = replace(NEED, first_on=date(2025, 9, 1), end_on=date(2026, 7, 1))
    rows = put_listings(
        BY,
        [
            PutListing(actor(INVENTED), past, state="closed", ref="demo-1", closed_why="klaar"),
            PutListing(actor(INVENTED), OFFER, ref="demo-2", same_as="demo-1"),
        ],
        AT,
    )
    assert [row.ref for row in rows] == ["demo-1", "demo-2"]
    assert [row.ref for row in open_listings(ON, is_fictional=True)] == ["demo-2"]
    assert open_listings(ON, is_fictional=False) == ()
    assert not Message.objects.exists()
    assert Entry.objects.filter(verb="listings.put").count() == 1


@pytest.mark.parametrize("change", [{"quantity": 0}, {"themes": ("onzin",)}, {"lat": None}], ids=str)
def test_one_that_is_wrong_keeps_all_out_and_says_which(change: dict[str, object]) -> None:
    rows = [PutListing(actor(SCHOOL), NEED), PutListing(actor(SCHOOL), replace(NEED, **change))]
    with pytest.raises(ListingRefused) as refused:
        put_listings(BY, rows, AT)
    assert refused.value.faults[0].field.startswith("1.")
    assert not Listing.objects.exists()


def test_fiction_carries_a_name_that_says_so_and_truth_does_not() -> None:
    with pytest.raises(ListingRefused):
        put_listings(BY, [PutListing(actor(SCHOOL), NEED, ref="demo-3")], AT)
    with pytest.raises(ListingRefused):
        put_listings(BY, [PutListing(actor(INVENTED), NEED, ref="echt")], AT)


def test_the_invented_ones_go_with_their_world() -> None:
    put_listings(BY, [PutListing(actor(INVENTED), NEED), PutListing(actor(SCHOOL), NEED)], AT)
    assert forget_fictional_listings(BY, AT) == 1
    assert [row.actor for row in Listing.objects.all()] == [SCHOOL]
