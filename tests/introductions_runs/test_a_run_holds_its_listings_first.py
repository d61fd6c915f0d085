"""A run locks every listing before it writes a line on the trail: who waits for the trail may hold a listing."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from listings import need, offer, proposed, ran

from wortel.introductions.actions import end_run
from wortel.introductions.domain.night import Possible
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db


def test_every_listing_is_held_before_the_first_proposal_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(3):
        need(f"vraag-{number}")
        offer(f"aanbod-{number}")
    held: list[tuple[set[str], bool]] = []
    hold = end_run._hold

    def holding(pairs: Iterable[Possible]) -> None:
        found = list(pairs)
        written = Entry.objects.filter(verb="introduction.proposed").exists()
        held.append(({ref for pair in found for ref in (pair.need, pair.offer)}, written))
        hold(found)

    monkeypatch.setattr(end_run, "_hold", holding)
    ran()
    assert len(proposed()) == 3
    assert held == [({ref for pair in proposed() for ref in pair}, False)]
