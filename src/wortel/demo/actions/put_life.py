"""Puts what the invented organisations ask and offer, and who found whom, through the doors of those rooms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from wortel.actors.public import Listed, named_actors
from wortel.demo.domain.life import Life
from wortel.demo.domain.listing_rows import ListingRow, ref_of
from wortel.demo.domain.meeting_rows import MeetingRow
from wortel.exchange.public import PutListing, put_listings
from wortel.intake.public import subjects_of
from wortel.introductions.public import PutIntroduction, Wish, put_introductions
from wortel.trail.public import By

AT_ONCE = 500


def put_life(by: By, life: Life, at: datetime) -> None:
    """All of it, inside the transaction of the world. Raises `ListingRefused` or `IntroductionRefused`."""
    actors = _actors({row.actor for row in life.listings})
    put_listings(by, [_listing(row, actors[row.actor], at) for row in life.listings], at)
    put_introductions(by, [_introduction(row, at) for row in life.meetings], at)


def _actors(keys: Iterable[str]) -> Mapping[str, Listed]:
    """The organisations by the key they have in the invented registers."""
    found: dict[str, Listed] = {}
    for some in _some(sorted(keys)):
        subjects = subjects_of("actors", some)
        actors = named_actors(list(subjects.values()))
        found |= {key: actors[ref] for key, ref in subjects.items() if ref in actors}
    return found


def _some(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


def _listing(row: ListingRow, actor: Listed, at: datetime) -> PutListing:
    return PutListing(
        actor=actor,
        wanted=row.wanted,
        state=row.state,
        ref=row.ref,
        made_at=_before(at, row.made_days),
        closed_why=row.closed_why,
        same_as=ref_of(row.same_as) if row.same_as else "",
    )


def _introduction(row: MeetingRow, at: datetime) -> PutIntroduction:
    steps = [
        (Wish(it.step, it.side, planned_on=it.planned_on, why=it.why, text=it.text), _before(at, it.days_ago))
        for it in row.steps
    ]
    return PutIntroduction(
        ref=row.ref,
        need=ref_of(row.need),
        offer=ref_of(row.offer),
        origin=row.origin,
        proposed_by=row.proposed_by,
        proposed_at=_before(at, row.days_ago),
        steps=steps,
        said={side: (said, _before(at, days)) for side, (said, days) in row.said.items()},
        reasons=row.reasons,
        score=row.score,
        km=row.km,
    )


def _before(at: datetime, days: int) -> datetime:
    return at - timedelta(days=days)
