"""An organisation sees first what it must do, then what stands, and last what is over."""

from __future__ import annotations

from datetime import date

import pytest
from fair import FIRM, NEED, SCHOOL, opened

from wortel.exchange.models import Listing
from wortel.exchange.queries.own import own_listings

ON = date(2026, 11, 22)
STATES = ("closed", "open", "awaiting", "paused", "draft")


@pytest.mark.usefixtures("actors")
def test_in_the_order_in_which_there_is_something_to_do() -> None:
    for state in STATES:
        Listing.objects.filter(pk=opened(SCHOOL, NEED, title=state).pk).update(state=state, entered_by=FIRM)
    past = opened(SCHOOL, NEED, title="past")
    Listing.objects.filter(pk=past.pk).update(first_on=date(2026, 1, 1), end_on=ON)
    told = [row.title for row in own_listings(SCHOOL, ON)]
    assert told == ["awaiting", "draft", "open", "paused", "past", "closed"]
