"""`wortel backup`: everything of this installation in one file, while it is in use."""

from __future__ import annotations

from pathlib import Path

import click

from wortel.site.cli.output import print_json, refuse
from wortel.site.new_file import FileUnwritable


@click.command("backup", short_help="Bewaar de hele databank in één bestand.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(1, 10_000), help="In een map: hou zoveel backups, en wis de oudste.")
@click.option("--json", "as_json", is_flag=True, help="Druk het resultaat af als JSON.")
def command(file: Path, keep: int | None, as_json: bool) -> None:
    """Bewaar de hele databank in één bestand; de website mag blijven draaien.

    Noem je een map, dan krijgt de backup een naam met dag en uur. Er staan persoonsgegevens in: bewaar hem veilig, en
    niet op dezelfde schijf. Terugzetten doe je met `wortel restore`. De map mail en de sleutel in secret_key gaan niet
    mee; zonder die sleutel moeten mensen zich opnieuw aanmelden.
    """
    from wortel.shell.clock import now
    from wortel.site.backup import forget_oldest, make_backup, name_for
    from wortel.site.backup_manifest import BackupRefused

    at = now()
    if keep and not file.is_dir():
        raise click.UsageError("--keep werkt alleen met een map.")
    folder = file if file.is_dir() else None
    target = folder / name_for(at) if folder else file
    try:
        manifest = make_backup(target, at)
    except (BackupRefused, FileUnwritable) as refused:
        refuse(str(refused))
    gone = forget_oldest(folder, keep) if folder and keep else []
    rows = sum(manifest.facts.counts.values())
    if as_json:
        about = {"file": str(target), "rows": rows, "trail_entries": manifest.facts.trail_entries}
        print_json(about | {"sha256": manifest.sha256, "deleted": [str(old) for old in gone]})
        return
    click.echo(
        f"Bewaard in {target}: {rows} rijen in {len(manifest.facts.counts)} tabellen, "
        f"{manifest.facts.trail_entries} regels van het logboek, {target.stat().st_size / 1e6:.1f} MB."
    )
    if gone:
        click.echo(f"Oude backups gewist: {len(gone)}.")
