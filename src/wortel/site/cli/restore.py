"""`wortel restore`: puts a backup back, proved before it takes the place of anything."""

from __future__ import annotations

from pathlib import Path

import click

from wortel.site.cli.elsewhere import go_elsewhere
from wortel.site.cli.output import print_json, refuse
from wortel.site.given_file import FileUnreadable
from wortel.site.new_file import FileUnwritable


@click.command("restore", short_help="Zet een backup terug.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--into", metavar="MAP|DATABASE_URL", help="Zet terug in deze map of databank, in plaats van hier.")
@click.option("--replace", is_flag=True, help="Vervang wat er staat; daarvan komt er eerst een backup naast.")
@click.option("--json", "as_json", is_flag=True, help="Druk het resultaat af als JSON.")
def command(file: Path, into: str | None, replace: bool, as_json: bool) -> None:
    """Zet een bestand van `wortel backup` terug in een lege databank.

    De backup wordt eerst naast de databank uitgepakt en nageteld: elke tabel, elke verwijzing, het hele logboek.
    Pas als alles klopt komt hij op zijn plaats. Gaat er iets mis, of valt de machine uit, dan staat er nog wat er
    stond. Stop eerst `wortel serve` en `wortel work`. Iedereen moet zich daarna opnieuw aanmelden.
    """
    if into is not None:
        flags = [flag for flag, is_given in (("--replace", replace), ("--json", as_json)) if is_given]
        go_elsewhere(into, ["restore", str(file.absolute()), *flags])
    from wortel.post.public import queue_lengths
    from wortel.shell.clock import now
    from wortel.site.backup_manifest import BackupRefused
    from wortel.site.restore import note_refusal, restore

    try:
        manifest, kept = restore(file, now(), replace=replace)
    except (BackupRefused, FileUnreadable, FileUnwritable) as refused:
        note_refusal(str(refused), now())
        refuse(str(refused))
    waiting = sum(queue_lengths(now())[state] for state in ("waiting", "later"))
    if as_json:
        about = {"made_at": manifest.made_at, "rows": sum(manifest.facts.counts.values()), "mails_waiting": waiting}
        print_json(about | {"kept": str(kept) if kept else None})
        return
    made = manifest.made_at[:16].replace("T", " ")
    click.echo(f"Teruggezet: de backup van {made}. Tellingen en logboek zijn gelijk.")
    if kept:
        click.echo(f"Wat er stond is bewaard in {kept}")
    if waiting:
        click.echo(f"Er wachten {waiting} mails: ze vertrekken zodra `wortel serve` of `wortel work` draait.")
