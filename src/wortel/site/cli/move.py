"""`wortel move`: to another database, as one command that compares at the end."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess
from tempfile import TemporaryDirectory

import click

from wortel.site.cli.elsewhere import run_elsewhere
from wortel.site.cli.output import print_json, refuse
from wortel.site.new_file import FileUnwritable

UNTOUCHED = "Wat hier staat is niet aangeraakt."
LOOKED_AT = ("database", "municipalities", "tally", "cache", "mail", "trail")


@click.command("move", short_help="Verhuis alles naar een andere databank, en kijk na of alles er is.")
@click.option("--to", "place", required=True, metavar="DATABASE_URL", help="De nieuwe, lege databank.")
@click.option("--json", "as_json", is_flag=True, help="Druk het resultaat af als JSON.")
def command(place: str, as_json: bool) -> None:
    """Verhuis alles naar een andere databank: van SQLite naar PostgreSQL, of terug.

    Maakt daar de tabellen, brengt alles over, stelt actoren en tellingen opnieuw samen, en vergelijkt daarna elke rij
    en het hele logboek. Wat hier staat blijft staan. Stop eerst `wortel serve` en `wortel work`: is er intussen
    geschreven, dan zegt de verhuis dat. Iedereen meldt zich daarna opnieuw aan.
    """
    from wortel.shell.clock import now
    from wortel.shell.places import data_folder
    from wortel.site.archive import dump
    from wortel.site.same_archive import first_difference
    from wortel.trail.public import chain_end

    def say(line: str) -> None:
        click.echo(line, err=as_json)

    with TemporaryDirectory(prefix="move-", dir=data_folder()) as folder:
        ours, theirs = Path(folder) / "ours.gz", Path(folder) / "theirs.gz"
        say("Tabellen maken in de nieuwe databank …")
        _there(place, "setup", "--empty")
        say("Alles inpakken …")
        entries = chain_end().last
        try:
            counts = dump(ours, now())
        except FileUnwritable as unwritable:
            refuse(str(unwritable))
        say(f"{sum(counts.values())} rijen overbrengen …")
        _there(place, "load", str(ours))
        say("Vergelijken …")
        _there(place, "dump", str(theirs))
        different = first_difference(ours, theirs, entries)
        if different:
            refuse(f"De nieuwe databank is niet gelijk: kijk naar {different}. {UNTOUCHED}")
        _there(place, "check", *LOOKED_AT, wrong_is_told=True)
    if chain_end().last != entries:
        refuse(
            "Er is intussen hier geschreven. Stop `wortel serve` en `wortel work`, "
            "maak de nieuwe databank leeg en begin opnieuw."
        )
    _tell(counts, entries, as_json)


def _tell(counts: dict[str, int], entries: int, as_json: bool) -> None:
    if as_json:
        print_json({"rows": sum(counts.values()), "trail_entries": entries, "counts": counts})
        return
    click.echo(f"Verhuisd: {sum(counts.values())} rijen zijn gelijk, ook de {entries} regels van het logboek.")
    click.echo("Zet nu DATABASE_URL op de nieuwe databank, doe daar `wortel setup`, en start wortel opnieuw.")


def _there(place: str, *words: str, wrong_is_told: bool = False) -> None:
    """Runs a command in the new house, and stops with its sentence when it fails."""
    done: CompletedProcess[str] = run_elsewhere(place, list(words), quiet=True)
    if done.returncode:
        said = done.stdout if wrong_is_told else done.stderr
        lines = [line for line in said.splitlines() if not wrong_is_told or line.startswith("FOUT")]
        sentence = (
            (lines or done.stderr.splitlines() or ["zonder uitleg"])[-1].removeprefix("Fout: ").removeprefix("FOUT")
        )
        refuse(f"In de nieuwe databank: {sentence.strip()} {UNTOUCHED}")
