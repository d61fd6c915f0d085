"""`wortel setup`: prepares database, reference data and static files; does only what is still missing."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

import click

from wortel.actors.public import load_directory
from wortel.shell.clock import now
from wortel.shell.places import data_folder
from wortel.site import installation
from wortel.territory.public import load_reference
from wortel.trail.public import By, guard, missing_guards


@click.command("setup", short_help="Maak de databank en laad de referentiegegevens.")
@click.option("--empty", is_flag=True, help="Zonder publieke instellingen: om daarna een archief te laden.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")
def command(empty: bool, as_json: bool) -> None:
    """Maak de databank, laad de referentiegegevens en zet de bestanden van de website klaar.

    Je mag dit zo vaak doen als je wilt: wat er al is, blijft staan.
    """
    done = prepare(say=lambda line: click.echo(line, err=as_json), is_empty=empty)
    if as_json:
        click.echo(json.dumps(done, ensure_ascii=False))


def prepare(say: Callable[[str], None], *, is_empty: bool = False) -> dict[str, Any]:
    """Does what is missing, saying each step; returns what was done.

    Raises `click.ClickException` when the database is newer than this program.
    """
    started = time.monotonic()
    missing = installation.missing_migrations()
    if installation.is_newer_than_program():
        raise click.ClickException("Deze databank is van een nieuwere versie. Werk wortel bij of kies een andere.")
    if missing:
        say(f"Databank: {len(missing)} {'stap' if len(missing) == 1 else 'stappen'} uitvoeren …")
        installation.make_tables()
    else:
        installation.make_cache_table()
        say("Databank: in orde.")
    if missing_guards():  # a table that was made anew, by a later version or by hand, has lost them
        guard()
    by = By.command("wortel setup")
    changed = load_reference(by, now())
    say(f"Gemeenten: {changed} geladen of bijgewerkt." if changed else "Gemeenten: in orde.")
    listed = 0 if is_empty else load_directory(by, now())
    if not is_empty:
        say(f"Publieke instellingen: {listed} geladen of bijgewerkt." if listed else "Publieke instellingen: in orde.")
    stale = not installation.static_files_are_current()
    if stale:
        say("Bestanden van de website: klaarzetten …")
        installation.gather_static_files()
    else:
        say("Bestanden van de website: in orde.")
    seconds = round(time.monotonic() - started, 2)
    say(f"Klaar in {seconds} s. Je gegevens staan in {data_folder()}")
    return {
        "migrations": missing,
        "municipalities_changed": changed,
        "institutions_changed": listed,
        "static_files_gathered": stale,
        "data_folder": str(data_folder()),
        "seconds": seconds,
    }
