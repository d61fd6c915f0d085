"""A school, a company and a club, and registers that speak of them; and many who write one draft at once."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

from django.db import connections

from wortel.actors.public import ActorAdapter
from wortel.intake.public import Naming, state_record
from wortel.organisations.actions.save_draft import ChangedMeanwhile, save_draft
from wortel.organisations.domain.merging import Version
from wortel.trail.public import By

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)
BY = By("command", request="test")
SCHOOL, FIRM, CLUB = "a-school", "a-bedrijf", "a-club"

TOLD: Mapping[str, Mapping[str, str]] = {
    SCHOOL: {
        "name": "Basisschool De Wortel",
        "kind": "school",
        "website": "https://www.dewortel.example.be/contact",
        "address": "Schoolstraat 1",
        "postcode": "2490",
        "place": "Balen",
        "stated_on": "2026-01-15",
    },
    FIRM: {"name": "Robotfabriek", "kind": "bedrijf", "website": "https://robot.example.org", "place": "Geel"},
    CLUB: {"name": "Codeclub Zuid", "kind": "vereniging", "place": "Mol"},
}


def tell(ref: str, source: str = "register", **cells: str) -> None:
    """A register tells of this actor."""
    adapter = ActorAdapter(AT.date())
    said = {**TOLD.get(ref, {}), **cells}
    naming = Naming(source, source.capitalize(), is_fictional=ref.startswith("demo-"))
    state_record(BY, naming, adapter, adapter.read({"key": ref, **said}), said, subject=ref, at=AT)


def write_at_once(writers: int, turns: int) -> int:
    """Each writer adds its own words to the description, each again until it wins; says how often one lost."""

    def write(number: int) -> int:
        lost = 0
        for turn in range(turns):
            version, text = 0, ""
            while True:
                wanted = Version({"description": f"{text} {number}.{turn}".strip()}, {})
                try:
                    save_draft(BY, SCHOOL, version, wanted, AT)
                    break
                except ChangedMeanwhile as changed:
                    lost += 1
                    version, text = changed.theirs.number, changed.theirs.draft.values.get("description", "")
        connections.close_all()
        return lost

    with ThreadPoolExecutor(writers) as pool:
        return sum(pool.map(write, range(writers)))
