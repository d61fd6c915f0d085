"""Invents what organisations ask and offer, around the day on which the world is built."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from typing import Any

from wortel.actors.domain.kinds import EDUCATION, ENTERPRISE, GOVERNMENT, RESEARCH, SOCIETY
from wortel.actors.domain.kinds import KIND_OF as ACTOR_KIND_OF
from wortel.demo.domain.chance import about, pick, stream
from wortel.demo.domain.exchange_parts import ExchangeParts, KindParts, Topic
from wortel.demo.domain.listing_rows import ListingRow, at_place, last_year, this_year, titled
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.size import Size
from wortel.demo.domain.stories import OPEN_FIRM
from wortel.exchange.domain import kinds
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.domain.words import CLOSED, DRAFT, NEED, OFFER, OPEN, PAUSED, PUBLIC, SIGNED_IN

PER_ACTOR = {Size.S: 0.65, Size.M: 0.35, Size.L: 0.22}
"""Needs and offers per organisation: about 60, 300 and 2,000 in all; in the small world everybody takes part."""
SHARE = {EDUCATION: 1.0, ENTERPRISE: 1.6, RESEARCH: 3.0, GOVERNMENT: 1.0, SOCIETY: 0.7}
ASKS = {EDUCATION: 0.8, ENTERPRISE: 0.12, RESEARCH: 0.0, GOVERNMENT: 0.35, SOCIETY: 0.6}
"""How often an organisation of the sector asks rather than offers (assumed)."""
RARE_KIND, RARE_TOPIC = 7, 6
"""What is drawn less often than this is left out of the small world, so that needs and offers find each other there."""
REPEATED = 0.2
"""How many stood last year too."""
AGES = {
    "primary_school": ((6, 12), (8, 12), (10, 12)),
    "secondary_school": ((12, 14), (14, 16), (16, 19)),
    "childcare": ((2, 6), (6, 12)),
    "youth_group": ((6, 12), (8, 14)),
    "tech_club": ((8, 12), (9, 14)),
}
ANYTHING = "STEM"
MOMENTS = ("wed_afternoon", "sat_morning", "sat_afternoon", "fri_afternoon", "thu_evening")
GROUPS = ("girls", "newcomers", "vulnerable", "special_needs", "rural")


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What chance decided first: who, which side, which kind, about what."""

    row: ActorRow
    side: str
    kind: kinds.Kind
    parts: KindParts
    topics: tuple[Topic, ...]


def listings(seed: int, size: Size, rows: Sequence[ActorRow], parts: ExchangeParts, on: date) -> Iterator[ListingRow]:
    """The needs and offers of these organisations, some of which stood last year too. The company with its six visits
    offers nothing else: that is its story.
    """
    for row in rows:
        sector = row.sector or ACTOR_KIND_OF[row.kind].sector
        if sector not in SHARE or row.status != "actief" or row.key == OPEN_FIRM:
            continue
        chance = stream(seed, "exchange", row.key)
        for place in range(about(chance, PER_ACTOR[size] * SHARE[sector])):
            yield from _listing(chance, f"{row.key}/{place + 1}", _drawn(chance, row, sector, parts, size), parts, on)


def _drawn(chance: Random, row: ActorRow, sector: str, parts: ExchangeParts, size: Size) -> _Drawn:
    side = NEED if chance.random() < ASKS[sector] else OFFER
    usual = [kind for kind in kinds.KINDS if sector in (kind.sought_by if side == NEED else kind.offered_by)]
    if size is Size.S:
        usual = [kind for kind in usual if parts.kinds[kind.key].weight >= RARE_KIND] or usual
    kind = chance.choices(usual, [parts.kinds[kind.key].weight for kind in usual])[0]
    topics = [topic for topic in parts.topics if size is not Size.S or topic.weight >= RARE_TOPIC]
    return _Drawn(row, side, kind, parts.kinds[kind.key], _topics(chance, side, topics))


def _listing(chance: Random, key: str, it: _Drawn, parts: ExchangeParts, on: date) -> Iterator[ListingRow]:
    made_days = chance.randint(6, 75)
    period = this_year(on, made_days - 3)
    texts = parts.texts["needs" if it.side == NEED else "offers"]
    wanted = Wanted(
        side=it.side,
        kind=it.kind.key,
        title=titled(_title(chance, it)),
        quantity=chance.randint(*(it.parts.asked if it.side == NEED else it.parts.offered)),
        first_on=period.start,
        end_on=period.end,
        text=chance.choice(texts) if chance.random() < 0.6 else "",
        visibility=SIGNED_IN if chance.random() < 0.1 else PUBLIC,
        **at_place(it.row),
        **_answers(chance, it),
    )
    state = chance.choices((OPEN, PAUSED, DRAFT), (93, 4, 3))[0]
    stood_before = chance.random() < REPEATED
    if stood_before:
        yield _of_last_year(key, it.row.key, wanted, parts.closed, on)
    yield ListingRow(key, it.row.key, wanted, made_days, state, same_as=f"{key}/vorig" if stood_before else "")


def _of_last_year(key: str, actor: str, wanted: Wanted, closed: str, on: date) -> ListingRow:
    year = last_year(on)
    before = replace(wanted, first_on=year.start, end_on=year.end)
    return ListingRow(f"{key}/vorig", actor, before, (on - year.start).days + 10, CLOSED, closed_why=closed)


def _title(chance: Random, it: _Drawn) -> str:
    titles = it.parts.needs if it.side == NEED else it.parts.offers
    words = list(dict.fromkeys(topic.word for topic in it.topics))
    return chance.choice(titles).replace("{topic}", " of ".join(words) or ANYTHING)


def _answers(chance: Random, it: _Drawn) -> Mapping[str, Any]:
    """The answers to the questions that this kind asks on this side; the others keep what is usual."""
    asked = it.kind.asks(it.side)
    drawn: dict[str, Callable[[], dict[str, Any]]] = {
        kinds.THEME: lambda: {"themes": tuple(sorted({theme for topic in it.topics for theme in topic.themes}))},
        kinds.PRIORITY: lambda: {"priorities": it.topics[0].priorities if it.topics else ()},
        kinds.TARGET: lambda: {"target_groups": (chance.choice(GROUPS),) if chance.random() < 0.25 else ()},
        kinds.AGES: lambda: dict(zip(("age_from", "age_to"), _ages(chance, it), strict=True)),
        kinds.GROUP: lambda: {"group_size": chance.choice((12, 16, 18, 20, 22, 24))},
        kinds.LANGUAGE: lambda: {"languages": _languages(chance, it.side)},
        kinds.MOMENT: lambda: {"moments": _moments(chance)},
        kinds.WEEKLY: lambda: {"per_week": chance.choice((None, 1, 1, 2))},
        kinds.ACCESS: lambda: {"accessibility": ("wheelchair",) if chance.random() < 0.2 else ()},
        kinds.URGENT: lambda: {"is_urgent": chance.random() < 0.1},
    }
    answers: dict[str, Any] = {}
    for question, draw in drawn.items():
        if question in asked:
            answers |= draw()
    if it.side == OFFER or kinds.RANGE in asked:
        answers["range_km"] = float(chance.randint(*it.parts.km))
    return answers


def _topics(chance: Random, side: str, topics: Sequence[Topic]) -> tuple[Topic, ...]:
    """A need is about one thing; an offer can often be about another too, or about anything."""
    if side == NEED:
        return (pick(chance, topics),)
    return () if chance.random() < 0.3 else (pick(chance, topics), pick(chance, topics))


def _ages(chance: Random, it: _Drawn) -> tuple[int, int]:
    usual = it.kind.ages or (2, 26)
    if it.side == OFFER:
        return chance.choice((usual, usual, (max(usual[0], 10), usual[1])))
    return chance.choice(AGES.get(it.row.kind, (usual,)))


def _languages(chance: Random, side: str) -> tuple[str, ...]:
    """Nearly everything is in Dutch; one offer in eight can be in another language too."""
    if side == OFFER and chance.random() < 0.13:
        return ("nl", chance.choice(("fr", "en", "ar", "tr")))
    return ("nl",)


def _moments(chance: Random) -> tuple[str, ...]:
    return tuple(sorted(chance.sample(MOMENTS, 2))) if chance.random() < 0.2 else ()
