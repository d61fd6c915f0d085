"""What no code may write, neither database takes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from fair import opened

from wortel.exchange.models import Listing

NEVER: list[dict[str, Any]] = [
    {"age_to": 12},
    {"end_on": date(2027, 1, 1)},
    {"quantity": 0},
    {"side": "offer", "range_km": None},
    {"range_km": -0.5},
    {"consent": "phone", "consent_on": None},
    {"state": "awaiting", "entered_by": ""},
]


@pytest.mark.usefixtures("actors")
@pytest.mark.parametrize("change", NEVER, ids=str)
def test_a_row_against_the_rules_is_not_kept(change: dict[str, Any]) -> None:
    row = opened()
    with pytest.raises(IntegrityError), transaction.atomic():
        Listing.objects.filter(pk=row.pk).update(**change)


@pytest.mark.usefixtures("actors")
def test_one_listing_is_repeated_once_unless_the_repetition_closed() -> None:
    old, one, two = opened(), opened(), opened()
    Listing.objects.filter(pk=one.pk).update(same_as=old.ref)
    with pytest.raises(IntegrityError), transaction.atomic():
        Listing.objects.filter(pk=two.pk).update(same_as=old.ref)
    Listing.objects.filter(pk=one.pk).update(state="closed")
    assert Listing.objects.filter(pk=two.pk).update(same_as=old.ref) == 1
