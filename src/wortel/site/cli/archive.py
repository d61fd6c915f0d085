"""`wortel dump`, `wortel load`, `wortel rebuild`: everything in one file, back again, and composed anew."""

from __future__ import annotations

from pathlib import Path

import click

from wortel.site.cli.output import print_json, refuse
from wortel.site.given_file import FileUnreadable
from wortel.site.new_file import FileUnwritable


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True)
def dump(file: Path, as_json: bool) -> None:
    """Schrijf alles wat deze installatie weet in één bestand, om te bewaren of te verhuizen.

    Het bestand past op SQLite en op PostgreSQL. Verhuizen doe je in één keer met `wortel move`; of met de hand: `wortel
    dump alles.gz`, en daarna met de nieuwe DATABASE_URL `wortel setup --empty` en `wortel load alles.gz`.
    """
    from wortel.shell.clock import now
    from wortel.site.archive import dump as write

    try:
        counts = write(file, now())
    except FileUnwritable as unwritable:
        refuse(str(unwritable))
    _tell(counts, as_json, f"Bewaard in {file}.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--json", "as_json", is_flag=True)
def load(file: Path, as_json: bool) -> None:
    """Vul een lege installatie met een bestand van `wortel dump`."""
    from wortel.shell.clock import now
    from wortel.site.archive import ArchiveRefused
    from wortel.site.archive import load as read
    from wortel.trail.public import By

    try:
        counts = read(By.command("wortel load"), file, now(), lambda step: click.echo(step, err=True))
    except (ArchiveRefused, FileUnreadable) as refused:
        refuse(str(refused))
    _tell(counts, as_json, "Geladen. Kijk het na met `wortel check`.")


@click.command()
def rebuild() -> None:
    """Stel actoren, zoekindex en tellingen opnieuw samen uit wat er bewaard is."""
    from wortel.shell.clock import now
    from wortel.site.archive import rebuild as compose
    from wortel.trail.public import By

    done = compose(By.command("wortel rebuild"), now(), lambda step: click.echo(step, err=True))
    click.echo(f"Actoren en meldingen opnieuw samengesteld: {done}.")


def _tell(counts: dict[str, int], as_json: bool, sentence: str) -> None:
    if as_json:
        print_json(counts)
        return
    for table, count in counts.items():
        click.echo(f"{table:<24} {count:>9}")
    click.echo(sentence)
