"""`wortel check`: whether this installation is in order, one finding a line."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from importlib import import_module
from typing import Any

import click
from django.db import DatabaseError

from wortel.shell.places import data_folder
from wortel.site import installation
from wortel.site.cli.failures import sentence_of
from wortel.territory.public import stored_municipalities

# How many municipalities Flanders had on the first day of each map, as published by Statbel.
PUBLISHED_COUNTS = {date(2018, 12, 31): 308, date(2019, 1, 1): 300, date(2025, 1, 1): 285}
FREE_MB_NEEDED = 200


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, whether it is in order, and the sentence that says so or says what to do."""

    name: str
    ok: bool
    sentence: str


def good(name: str, sentence: str) -> Finding:
    """In order."""
    return Finding(name, ok=True, sentence=sentence)


def wrong(name: str, sentence: str) -> Finding:
    """Not in order; the sentence says what to do."""
    return Finding(name, ok=False, sentence=sentence)


@click.command("check", short_help="Kijk na of deze installatie in orde is.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")
def command(as_json: bool) -> None:
    """Kijk na of deze installatie in orde is: databank, referentiegegevens, bestanden, schijf, tellingen.

    Stopt met 1 als er iets mis is.
    """
    findings = list(look())
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=2))
    else:
        for finding in findings:
            click.echo(f"{'goed' if finding.ok else 'FOUT'}  {finding.sentence}")
    if not all(finding.ok for finding in findings):
        sys.exit(1)


def look() -> Iterator[Finding]:
    """Every finding, the database first; what needs tables is not looked at when there are none."""
    yield _disk()
    database = _database()
    yield database
    yield _static_files()
    if not database.ok:
        return
    yield _municipalities()
    yield from _tally()


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


def _municipalities() -> Finding:
    for day, published in PUBLISHED_COUNTS.items():
        found = stored_municipalities(day)
        if found != published:
            sentence = f"Op {day.isoformat()} tellen we {found} gemeenten in plaats van {published}. Doe: wortel setup"
            return wrong("municipalities", sentence)
    counts = ", ".join(f"{count} op {day.isoformat()}" for day, count in PUBLISHED_COUNTS.items())
    return good("municipalities", f"Alle gemeenten zijn er: {counts}.")


def _static_files() -> Finding:
    if not installation.static_files_are_current():
        return wrong("static_files", "De bestanden van de website zijn niet van deze versie. Doe: wortel setup")
    return good("static_files", f"{installation.static_file_count()} bestanden van de website staan klaar.")


def _disk() -> Finding:
    folder = data_folder()
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < FREE_MB_NEEDED:
        return wrong("disk", f"Er is nog maar {free} MB vrij voor {folder}. Maak plaats vrij.")
    return good("disk", f"Er is {free} MB vrij voor {folder}.")


def _tally() -> Iterator[Finding]:
    """Whether the tally that pages read still says what the evidence says; coverage knows how to compare them."""
    compare: Callable[[], Any] | None = getattr(import_module("wortel.coverage.public"), "tally_differences", None)
    if compare is None:
        return
    differences = list(compare())
    if differences:
        yield wrong(
            "tally", f"De telling wijkt af van het bewijs ({len(differences)} keer). Doe: wortel coverage recount"
        )
    else:
        yield good("tally", "De telling van het bereik klopt met het bewijs.")
