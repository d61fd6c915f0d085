"""Three invented registers that list the same world: each in its own words, on its own day, and not always agreeing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wortel.demo.domain.chance import stream
from wortel.demo.domain.naming import marked
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.towns import Town
from wortel.territory.domain.timeline import Timeline

GENERAL, YOUTH, LEISURE = "demo-actoren", "demo-jeugdregister", "demo-vrijetijdslijst"
IN_YOUTH_REGISTER = frozenset(("youth_group", "youth_work", "tech_club"))
EARLIER, LATER = date(2024, 9, 1), date(2026, 9, 1)
"""Days of the two editions of the youth register: between them lie the mergers of 2025."""

FIRST_NUMBER = 990_000
"""OVO numbers from here on were never given out: with them two invented registers can mean the same club."""

TOLD = "verhaal"
"""The attribute of an actor that a story is about."""

LISTED_TWICE, RENAMED, NEW, LOST = 0.25, 0.12, 0.05, 0.04


@dataclass(frozen=True, slots=True)
class Edition:
    """One file as a register gave it out: which register, on which day, and its rows."""

    source: str
    day: date
    rows: tuple[ActorRow, ...]


def editions(seed: int, rows: Sequence[ActorRow], timeline: Timeline, towns: Mapping[str, Town]) -> Iterator[Edition]:
    """The files in the order they came in: the youth register twice, the others once."""
    earlier: list[ActorRow] = []
    later: list[ActorRow] = []
    leisure: list[ActorRow] = []
    for listed in rows:
        if listed.kind not in IN_YOUTH_REGISTER:
            continue
        chance = stream(seed, listed.key, "register")
        told = TOLD in listed.attributes
        fate, renamed = chance.random(), chance.random() < RENAMED
        twice = told or chance.random() < LISTED_TWICE
        row = replace(listed, number=f"ovo=OVO{FIRST_NUMBER + len(leisure):06d}") if twice else listed
        former = marked(f"Oude {_core(row.name)}") if renamed else ""
        if told or fate > NEW:
            earlier.append(_earlier(row, former, timeline))
        if told or fate < 1 - LOST:
            later.append(replace(row, former_names=(former,) if former else (), stated_on=LATER))
        if twice:
            leisure.append(_otherwise(row, chance.random(), towns[row.nis]))
    general = tuple(row for row in rows if row.kind not in IN_YOUTH_REGISTER)
    yield Edition(YOUTH, EARLIER, tuple(earlier))
    yield Edition(GENERAL, LATER, general)
    yield Edition(YOUTH, LATER, tuple(later))
    yield Edition(LEISURE, LATER, tuple(leisure))


def _earlier(row: ActorRow, former: str, timeline: Timeline) -> ActorRow:
    """The row two years before, with the municipality of that day: the postcode says which of the merged ones."""
    places = timeline.municipalities_of_postcode(row.postcode, EARLIER)
    codes = [place for place in places if row.nis in {new.nis for new in timeline.successors(place.nis, LATER)}]
    then = codes[0] if codes else None
    return replace(
        row,
        name=former or row.name,
        nis=then.nis if then else "",
        municipality=then.name if then else "",
        stated_on=EARLIER,
    )


def _otherwise(row: ActorRow, chance: float, town: Town) -> ActorRow:
    """The same club in the words of another list: a longer or a shorter name, another village, or another state."""
    core = _core(row.name)
    name = marked(f"{core} {town.name}") if chance < 0.6 else marked(f"{core} vzw")
    other = town.spots[-1] if chance > 0.75 else None
    return replace(
        row,
        key=row.key.replace("demo:", "demo:lijst-"),
        name=name,
        postcode=other.postcode if other else row.postcode,
        place=other.place if other else row.place,
        lat=other.lat if other else row.lat,
        lon=other.lon if other else row.lon,
        status="niet actief" if chance > 0.93 else row.status,
        attributes={},
        roles=(),
        has_website=False,
    )


def _core(name: str) -> str:
    return name.removesuffix("(fictief)").strip()
