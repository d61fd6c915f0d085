"""`wortel config`: every variable as it works here, without secrets."""

from __future__ import annotations

from dataclasses import asdict

import click

from wortel.shell.places import data_folder
from wortel.site.cli.output import print_json
from wortel.site.config import documented, effective


@click.command("config", short_help="Toon de instellingen zoals ze hier werken.")
@click.option("--json", "as_json", is_flag=True, help="Druk JSON af, voor een programma.")
@click.option("--markdown", "as_table", is_flag=True, help="Druk de tabel van docs/operations.md af.")
def command(as_json: bool, as_table: bool) -> None:
    """Toon elke instelling zoals ze hier werkt, met geheimen verborgen.

    Wat een * draagt staat in de omgeving; de rest is wat geldt als je niets schrijft. Een geheim mag ook in een
    bestand staan: schrijf dan bijvoorbeeld WORTEL_SECRET_KEY_FILE=/pad/naar/bestand
    """
    if as_table:
        click.echo(documented(), nl=False)
        return
    found = list(effective())
    if as_json:
        print_json([asdict(one) for one in found])
        return
    for one in found:
        value = one.value or (str(data_folder()) if one.name == "WORTEL_DATA" else "–")
        click.echo(f"{'*' if one.is_given else ' '} {one.name:<24} {value:<32} {one.betekenis}")
