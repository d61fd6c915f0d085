"""An introduction can still be read when a need or an offer of it is not there any more."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from world_of_two import proposal

from wortel.exchange.public import Listing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("two")]


@pytest.mark.parametrize("gone", [["aanbod"], ["vraag"], ["vraag", "aanbod"]])
@pytest.mark.parametrize("who", ["noor", "bram"])
def test_its_page_opens(who: str, gone: list[str], as_: Callable[[str], Client]) -> None:
    row = proposal()
    Listing.objects.filter(ref__in=gone).delete()
    client = as_(who)
    for page in ("", "nee/", "hoe-was-het/"):
        assert client.get(f"/introducties/{row.ref}/{page}").status_code == 200, page
    assert client.get("/mijn/introducties/").status_code == 200
