"""`wortel doctor`: what to send along when you ask for help, without anyone's name in it."""

from __future__ import annotations

import json
from pathlib import Path

import click

from wortel.site.cli.output import refuse
from wortel.site.new_file import FileUnwritable, new_file


@click.command("doctor", short_help="Maak een verslag om mee te sturen als je hulp vraagt.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Schrijf het verslag in dit bestand.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf JSON, voor een programma.")
def command(out: Path | None, as_json: bool) -> None:
    """Maak een verslag om mee te sturen als je hulp vraagt.

    Er staan versies, instellingen, aantallen, de plaats van de laatste fouten en de bevindingen van `wortel check` in;
    geen geheimen, geen namen, geen mailadressen. Lees het na voor je het verstuurt.
    """
    from wortel.shell.clock import now
    from wortel.site.cli.check import look
    from wortel.site.doctor import examine, written

    report = examine(now(), look())
    text = json.dumps(report, ensure_ascii=False, indent=1) + "\n" if as_json else written(report)
    if out is None:
        click.echo(text, nl=False)
        return
    try:
        with new_file(out) as started:
            started.write_text(text, encoding="utf-8")
    except FileUnwritable as unwritable:
        refuse(str(unwritable))
    click.echo(f"Het verslag staat in {out}. Lees het na voor je het verstuurt.")
