"""What the organisations of the world do: what they ask and offer, and who found whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wortel.demo.domain.exchange_parts import ExchangeParts
from wortel.demo.domain.exchange_stories import story_listings, story_meetings
from wortel.demo.domain.listing_rows import ListingRow
from wortel.demo.domain.listings import listings
from wortel.demo.domain.meeting_rows import MeetingRow
from wortel.demo.domain.meetings import Maker
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.world import World
from wortel.matching.domain.scoring import Weights


@dataclass(frozen=True, slots=True)
class Life:
    """Needs and offers, and the introductions between them; by key."""

    listings: tuple[ListingRow, ...]
    meetings: tuple[MeetingRow, ...]


def make_life(world: World, region_of: Mapping[str, str], parts: ExchangeParts, weights: Weights, on: date) -> Life:
    """The life of this world on that day: the same for the same world and day."""
    rows = newest_rows(world)
    told = tuple(story_listings(rows, region_of, on))
    drawn = tuple(listings(world.seed, world.size, tuple(rows.values()), parts, on))
    found = Maker(world.seed, on, weights, parts.remarks).meetings(drawn)
    return Life((*told, *drawn), (*story_meetings(told, on), *found))


def newest_rows(world: World) -> Mapping[str, ActorRow]:
    """Each actor that its register still lists once, by key."""
    newest = {edition.source: edition for edition in sorted(world.editions, key=lambda it: it.day)}
    found = {row.key: row for source in sorted(newest) for row in newest[source].rows}
    return {key: found[key] for key in sorted(found)}
