"""`wortel check`: whether this installation is in order, one finding a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict
from datetime import date

import click
from django.db import DatabaseError

from wortel.coverage.public import tally_differences
from wortel.site import installation
from wortel.site.cli.check_surroundings import check_cache, check_config, check_disk, check_mail
from wortel.site.cli.failures import sentence_of
from wortel.site.cli.findings import Finding, good, wrong
from wortel.site.cli.trail import check_trail
from wortel.territory.public import stored_municipalities

# How many municipalities Flanders had on the first day of each map, as published by Statbel.
PUBLISHED_COUNTS = {date(2018, 12, 31): 308, date(2019, 1, 1): 300, date(2025, 1, 1): 285}


def _parts(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    for name in given:
        if name not in PARTS:
            raise click.BadParameter(f"'{name}' is geen onderdeel. Kies uit: {', '.join(PARTS)}.")
    return given


@click.command("check", short_help="Kijk na of deze installatie in orde is.")
@click.argument("parts", nargs=-1, metavar="[ONDERDEEL]...", callback=_parts)
@click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")
def command(parts: tuple[str, ...], as_json: bool) -> None:
    """Kijk na of deze installatie in orde is: instellingen, schijf, databank, mail, gemeenten, logboek …

    Met onderdelen (config, disk, database, static_files, municipalities, tally, cache, mail, trail)
    alleen die: `wortel check trail`. Stopt met 1 als er iets mis is.
    """
    findings = list(look(parts))
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(f"{'goed' if finding.ok else 'FOUT'}  {finding.sentence}")
    if not all(finding.ok for finding in findings):
        sys.exit(1)


def look(parts: Iterable[str] = ()) -> Iterator[Finding]:
    """Every finding of these parts (of all, when none are named).

    What needs tables is not looked at when there are none; then the finding about the database says so, asked or not.
    """
    asked = [name for name in PARTS if name in set(parts or PARTS)]
    database = _database() if set(asked) & (NEED_TABLES | {"database"}) else None
    if database is not None and (not database.ok or "database" in asked):
        yield database
    for name in asked:
        if name not in NEED_TABLES or (database is not None and database.ok):
            yield from PARTS[name]()


def _database() -> Finding:
    try:
        missing = installation.missing_migrations()
        is_newer = installation.is_newer_than_program()
    except DatabaseError as error:
        return wrong("database", sentence_of(error))
    if missing:
        return wrong("database", "De databank is van een oudere versie dan dit programma. Doe: wortel setup")
    if is_newer:
        return wrong("database", "De databank is van een nieuwere versie dan dit programma. Werk wortel bij.")
    return good("database", "De databank antwoordt en heeft alle tabellen.")


def _municipalities() -> Iterator[Finding]:
    for day, published in PUBLISHED_COUNTS.items():
        found = stored_municipalities(day)
        if found != published:
            sentence = f"Op {day.isoformat()} tellen we {found} gemeenten in plaats van {published}. Doe: wortel setup"
            yield wrong("municipalities", sentence)
            return
    counts = ", ".join(f"{count} op {day.isoformat()}" for day, count in PUBLISHED_COUNTS.items())
    yield good("municipalities", f"Alle gemeenten zijn er: {counts}.")


def _static_files() -> Iterator[Finding]:
    if not installation.static_files_are_current():
        yield wrong("static_files", "De bestanden van de website zijn niet van deze versie. Doe: wortel setup")
    else:
        yield good("static_files", f"{installation.static_file_count()} bestanden van de website staan klaar.")


def _tally() -> Iterator[Finding]:
    """Whether the tally that pages read still says what the evidence says; coverage knows how to compare them."""
    differences = tally_differences()
    if differences:
        yield wrong(
            "tally", f"De telling wijkt af van het bewijs ({len(differences)} keer). Doe: wortel coverage recount"
        )
    else:
        yield good("tally", "De telling van het bereik klopt met het bewijs.")


def _nothing_more() -> Iterator[Finding]:
    """The database is looked at before everything else."""
    return iter(())


PARTS: Mapping[str, Callable[[], Iterator[Finding]]] = {
    "config": check_config,
    "disk": check_disk,
    "database": _nothing_more,
    "static_files": _static_files,
    "municipalities": _municipalities,
    "tally": _tally,
    "cache": check_cache,
    "mail": check_mail,
    "trail": check_trail,
}
NEED_TABLES = {"municipalities", "tally", "cache", "mail", "trail"}
