"""Builds the demo world: invents it, and takes it in through the same door as real files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from wortel.actors.public import ActorAdapter, real_names
from wortel.coverage.public import EvidenceAdapter, holds_real
from wortel.demo.actions.put_life import put_life
from wortel.demo.actions.remove_world import remove_world
from wortel.demo.domain.life import Life, make_life
from wortel.demo.domain.registers import GENERAL, LEISURE, YOUTH
from wortel.demo.domain.rows import ACTOR_COLUMNS
from wortel.demo.domain.size import Size
from wortel.demo.domain.statements import EVIDENCE_COLUMNS, SOURCE
from wortel.demo.domain.towns import WORLD_DAY, read_towns
from wortel.demo.domain.world import Ground, World, make_world
from wortel.demo.parts import read_exchange_parts, read_parts
from wortel.demo.standing import file_name, standing_world
from wortel.demo.tables import Table
from wortel.intake.public import Adapter, Request, fictional_records, holds_real_records, naming, take_in
from wortel.kernel.rulebook import parse_rulebook
from wortel.matching.domain.scoring import weights_in_force
from wortel.shell.clock import BRUSSELS
from wortel.shell.places import reference_folder
from wortel.territory.public import statistics, timeline
from wortel.trail.public import By, leave

SHIPPED = frozenset(("wortel-gebieden", "wortel-instellingen"))
"""Sources of the read-only directory that comes with every installation: real, and no reason to keep fiction out."""

TITLES = {
    GENERAL: "Voorbeeldregister van actoren (fictief)",
    YOUTH: "Voorbeeld-jeugdregister (fictief)",
    LEISURE: "Voorbeeldlijst vrije tijd (fictief)",
    SOURCE: "Voorbeeldmeldingen van STEM-activiteiten (fictief)",
}
LICENCE = "Verzonnen voor de demowereld; vrij te gebruiken"
Say = Callable[[str], None]


class HoldsRealRecords(ValueError):
    """The database holds real records: fiction is not mixed in unless that is asked for."""


@dataclass(frozen=True, slots=True)
class Built:
    """What stands after a build, in standing records; `changed` is false when this very world stood already."""

    changed: bool
    actor_records: int
    evidence: int


def build_world(by: By, size: Size, seed: int, at: datetime, say: Say, *, force: bool = False) -> Built:
    """Makes this world the only fictional one, in one transaction: killed halfway, the former one still stands.

    Raises `HoldsRealRecords` unless `force`.
    """
    if standing_world() == (size, seed):
        return _built(changed=False)
    if not force and (holds_real_records(SHIPPED) or holds_real()):
        raise HoldsRealRecords
    say(f"Demowereld {size} met zaad {seed}: verzinnen …")
    world = make_world(size, seed, _ground())
    with transaction.atomic():
        if remove_world(by, at):
            say("De vorige demowereld is weggehaald.")
        for source, adapter, table in _files(world, at):
            say(f"{TITLES[source]}: {len(table.rows)} rijen inlezen …")
            _take_in(by, source, adapter, table, at)
        life = _life(world, at)
        say(f"Vragen en aanbod (fictief): {len(life.listings)}, en {len(life.meetings)} introducties …")
        put_life(by, life, at)
        leave(by, "demo.built", "demo:world", at=at, after={"size": size, "seed": seed})
    return _built(changed=True)


def _built(*, changed: bool) -> Built:
    records = fictional_records()
    return Built(changed, records.get("actors", 0), records.get("evidence", 0))


def _files(world: World, at: datetime) -> Iterator[tuple[str, Adapter, Table]]:
    for edition in world.editions:
        name = file_name(edition.source, edition.day.year, world.size, world.seed)
        table = Table.of(name, ACTOR_COLUMNS, (row.cells() for row in edition.rows))
        yield edition.source, ActorAdapter(at.date()), table
    name = file_name(SOURCE, WORLD_DAY.year, world.size, world.seed)
    # A clock that runs behind must not turn the invented past into a future that nobody may report on.
    today = max(at.date(), WORLD_DAY)
    yield SOURCE, EvidenceAdapter(today), Table.of(name, EVIDENCE_COLUMNS, (row.cells() for row in world.evidence))


def _take_in(by: By, source: str, adapter: Adapter, table: Table, at: datetime) -> None:
    named = naming(
        source, title=TITLES[source], url=f"https://{source}.example.org/", licence=LICENCE, is_fictional=True
    )
    take_in(by, Request(named, table.name, table.sha256()), adapter, table.open, at)


def _life(world: World, at: datetime) -> Life:
    # Not by the door of the matching: the engine behind it weighs 200 MB, and only its weights are needed.
    weights_text = (reference_folder() / "rulebooks" / "matching.toml").read_text(encoding="utf-8")
    on = at.astimezone(BRUSSELS).date()
    region_of = {town.nis: town.region for town in read_towns(timeline(), statistics())}
    weights = weights_in_force(parse_rulebook(weights_text), on)
    return make_life(world, region_of, read_exchange_parts(reference_folder() / "demo"), weights, on)


def _ground() -> Ground:
    return Ground(timeline(), statistics(), read_parts(reference_folder() / "demo"), real_names())
