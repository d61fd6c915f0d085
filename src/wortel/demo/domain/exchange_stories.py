"""What the stories ask and offer, whatever the seed. Told in data/demo/README.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from wortel.demo.domain.listing_rows import ListingRow, at_place, this_year, titled
from wortel.demo.domain.meeting_rows import DIRECT, MeetingRow, StepRow
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.stories import CLUB, FIRM, LIBRARY, NO_RESEARCH, OPEN_FIRM, ROCKETS, SCHOOL, SILENT
from wortel.exchange.domain.reach import distance_km
from wortel.exchange.domain.wanted import Wanted
from wortel.exchange.domain.words import NEED, OFFER
from wortel.introductions.domain import states
from wortel.introductions.domain.feedback import Said

VISITS = 6
"""So many visits a year, and never a seventh."""
ROOM = f"{LIBRARY}/lokaal"
VISIT, SEVENTH = f"{OPEN_FIRM}/bezoek", f"{CLUB}/zevende"
BEGAN_DAYS = 80
HELD_IN_DAYS = (-35, -21, 7, 21)
"""When the visits of which the day is known are, seen from today."""
GUESTS = ("primary_school", "secondary_school", "youth_group", "tech_club", "youth_work", "library", "stem_academy")
SIXTH_YEAR: dict[str, Any] = {"age_from": 16, "age_to": 19}
MACHINES: dict[str, Any] = {"themes": ("mechanics", "materials"), "range_km": 20.0}
WIND: dict[str, Any] = {"themes": ("energy",)}
WEDNESDAY: dict[str, Any] = {"themes": ("coding",), "moments": ("wed_afternoon",), "group_size": 10}


@dataclass(frozen=True, slots=True)
class _Told:
    """What one of the cast asks or offers; `more` are fields of `Wanted`."""

    key: str
    side: str
    kind: str
    title: str
    text: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    def row(self, actor: ActorRow, on: date) -> ListingRow:
        """As it stands since a while."""
        period = this_year(on, BEGAN_DAYS)
        told = {"quantity": 1, **at_place(actor), **self.more}
        wanted = Wanted(
            side=self.side, kind=self.kind, title=titled(self.title), text=self.text, first_on=period.start,
            end_on=period.end, **told,
        )  # fmt: skip
        return ListingRow(self.key, actor.key, wanted, BEGAN_DAYS, is_told=True)


TOLD = (
    # A firm without a school in its town, a school without a firm.
    _Told(
        f"{SCHOOL}/mentor", NEED, "mentor", "Bedrijf met machines gezocht voor de derde graad",
        "We zoeken een bedrijf dat een schooljaar lang meedenkt over onze lessen.", MACHINES,
    ),
    _Told(
        f"{FIRM}/mentor", OFFER, "mentor", "Technische school gezocht om samen op te trekken",
        "In onze gemeente is geen secundaire school. We komen graag naar jullie toe.", MACHINES,
    ),
    _Told(
        f"{FIRM}/bezoek", OFFER, "company_visit", "Kom kijken hoe onze machines werken",
        more={**MACHINES, **SIXTH_YEAR, "quantity": 4},
    ),
    # What a teacher asks on a Tuesday evening, and what nobody offers.
    _Told(
        f"{SCHOOL}/dinsdag", NEED, "guest_lesson", "Gastles over robots, op dinsdagavond",
        "Voor onze avond met leerlingen en ouders. Een uur is genoeg.",
        {**SIXTH_YEAR, "themes": ("robotics", "coding"), "moments": ("tue_evening",), "group_size": 40,
         "is_urgent": True},
    ),
    _Told(
        f"{SCHOOL}/rolmodel", NEED, "role_model", "Wie vertelt in het Oekraïens over werken met STEM?",
        "Voor zeven leerlingen die nog Nederlands leren.",
        {**SIXTH_YEAR, "themes": ("careers",), "languages": ("uk",), "target_groups": ("newcomers",)},
    ),
    # A company that offers six visits a year, and the seventh who asks.
    _Told(
        VISIT, OFFER, "company_visit", "Klim mee in onze oefenmolen",
        "Zes bezoeken per schooljaar, meer kunnen we niet aan. Een gids kent Vlaamse Gebarentaal.",
        {**WIND, "quantity": VISITS, "languages": ("nl", "vgt"), "range_km": 60.0, "per_week": 1, "age_from": 6,
         "age_to": 19},
    ),
    _Told(
        SEVENTH, NEED, "company_visit", "Op bezoek bij een windmolen, met gids in gebarentaal",
        "Twee van onze leden zijn doof.",
        {**WIND, "languages": ("vgt",), "age_from": 9, "age_to": 13, "group_size": 14, "accessibility": ("hearing",)},
    ),
    # A library with a room and ten laptops, and two who asked for it.
    _Told(
        ROOM, OFFER, "room", "Lokaal met tien laptops, op woensdag",
        more={**WEDNESDAY, "quantity": 20, "range_km": 25.0, "per_week": 1, "accessibility": ("wheelchair",)},
    ),
    _Told(f"{ROCKETS}/lokaal", NEED, "room", "Lokaal met laptops voor onze raketclub", more=WEDNESDAY),
    _Told(f"{SILENT}/lokaal", NEED, "room", "Lokaal voor een winterreeks", more=WEDNESDAY),
)  # fmt: skip
CAST = frozenset(told.key.rpartition("/")[0] for told in TOLD)


def story_listings(rows: Mapping[str, ActorRow], region_of: Mapping[str, str], on: date) -> Iterator[ListingRow]:
    """The needs and offers of the stories whose people are in this world."""
    if rows.keys() >= CAST:
        for told in TOLD:
            yield told.row(rows[told.key.rpartition("/")[0]], on)
        for number, guest in enumerate(_guests(rows), start=1):
            more = {**WIND, "age_from": 8, "age_to": 14, "group_size": 20}
            visit = _Told(
                f"{OPEN_FIRM}/gast-{number}", NEED, "company_visit", "Kijken waar windstroom vandaan komt", more=more
            )
            yield visit.row(guest, on)
    for key in _without_research(rows, region_of):
        told = _Told(
            f"{key}/onderzoek", NEED, "expertise", "Onderzoekspartner gezocht: wat werkt er echt?",
            "We willen meten wat onze reeks doet met de goesting van leerlingen.",
            {"themes": ("research",), "range_km": 25.0},
        )  # fmt: skip
        yield told.row(rows[key], on)


def _guests(rows: Mapping[str, ActorRow]) -> Sequence[ActorRow]:
    firm = rows[OPEN_FIRM]
    others = [
        row for row in rows.values() if row.kind in GUESTS and row.status == "actief" and "verhaal" not in row.key
    ]
    return sorted(others, key=lambda row: (distance_km(firm.lat, firm.lon, row.lat, row.lon), row.key))[:VISITS]


def _without_research(rows: Mapping[str, ActorRow], region_of: Mapping[str, str]) -> Sequence[str]:
    """Two schools in the region where nobody does research."""
    schools = (row for row in rows.values() if row.kind == "secondary_school")
    return sorted(row.key for row in schools if region_of.get(row.nis) == NO_RESEARCH)[:2]


def story_meetings(listings: Sequence[ListingRow], on: date) -> Iterator[MeetingRow]:
    """The six visits (two are over, two have their day, one is arranged, one waits), and what came of the room."""
    guests = [row.key for row in listings if row.key.startswith(f"{OPEN_FIRM}/gast-")]
    for number, key in enumerate(guests):
        yield MeetingRow(key, VISIT, DIRECT, NEED, *_visit(number, on))
    if guests:
        opened, met = StepRow(states.OPENED, OFFER, 39), StepRow(states.MET, OFFER, 38)
        moved_away = StepRow(states.LET_GO, NEED, 30, why="plans_changed", text="We zitten dit jaar in Nazareth.")
        yield MeetingRow(f"{ROCKETS}/lokaal", ROOM, DIRECT, NEED, 40, (opened, met, moved_away))
        unanswered = (StepRow(states.OPENED, NEED, 38), StepRow(states.LAPSED, "engine", 26))
        yield MeetingRow(f"{SILENT}/lokaal", ROOM, DIRECT, OFFER, 40, unanswered)


def _visit(number: int, on: date) -> tuple[int, tuple[StepRow, ...], dict[str, tuple[Said, int]]]:
    began = 70 - 9 * number if number < VISITS - 1 else 4
    opened, met = StepRow(states.OPENED, OFFER, began - 1), StepRow(states.MET, OFFER, began - 2)
    if number == VISITS - 1:
        return began, (opened,), {}
    if number == VISITS - 2:
        return began, (opened, met), {}
    day = on + timedelta(days=HELD_IN_DAYS[number])
    steps = (opened, met, StepRow(states.FIXED, NEED, began - 4, planned_on=day))
    if day >= on:
        return began, steps, {}
    ago = (on - day).days - 1
    said = {
        NEED: (Said(happened=True, worked=4, again=True, children=20, text="Zij praten er nog over."), ago),
        OFFER: (Said(happened=True, worked=3, again=True), ago),
    }
    return began, (*steps, StepRow(states.FINISHED, NEED, ago)), said
