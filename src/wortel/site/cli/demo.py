"""`wortel demo`: a fictional world in real municipalities, to look around in."""

from __future__ import annotations

import time
from dataclasses import asdict

import click

from wortel.site.cli.output import print_json, refuse

SIZES = ("S", "M", "L")
FIRST_WORLD = ("L", 1)
"""Size and seed of the world that `wortel demo` builds when there is none."""

HOLDS_REAL = (
    "In deze databank staan echte gegevens. Gebruik voor de demo een andere map (WORTEL_DATA), "
    "of meng ze bewust met --force."
)


@click.group(invoke_without_command=True)
@click.option("--host", default="127.0.0.1", show_default=True, help="Adres waarop de website luistert.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Poort.")
@click.pass_context
def command(context: click.Context, host: str, port: int) -> None:
    """Bouw, toon of verwijder de fictieve demowereld.

    Zonder opdracht: maak alles klaar wat nog ontbreekt, bouw de wereld als er nog geen is, en start de website. Alles
    in de demowereld is verzonnen en als fictief gemerkt; alleen de gemeenten zijn echt.
    """
    if context.invoked_subcommand is None:
        _show(host, port)


@command.command()
@click.option("--size", default="L", show_default=True, type=click.Choice(SIZES, case_sensitive=False),
              help="S: vijf buurgemeenten. M: één referentieregio. L: heel Vlaanderen.")  # fmt: skip
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0, 2**31 - 1),
              help="Getal dat de wereld bepaalt: hetzelfde getal geeft dezelfde wereld.")  # fmt: skip
@click.option("--force", is_flag=True, help="Bouw ook naast echte gegevens.")
@click.option("--json", "as_json", is_flag=True, help="Druk het resultaat af als JSON.")
def build(size: str, seed: int, force: bool, as_json: bool) -> None:
    """Bouw de demowereld; een andere grootte of een ander zaad vervangt de vorige."""
    from wortel.demo.public import HoldsRealRecords, Size, build_world
    from wortel.shell.clock import now
    from wortel.trail.public import By

    _refuse_without_tables()
    started = time.monotonic()
    try:
        by = By.command("wortel demo build")
        built = build_world(
            by, Size(size.upper()), seed, now(), lambda line: click.echo(line, err=as_json), force=force
        )
    except HoldsRealRecords:
        refuse(HOLDS_REAL)
    seconds = round(time.monotonic() - started, 2)
    if as_json:
        print_json({"size": size.upper(), "seed": seed, **asdict(built), "seconds": seconds})
    elif built.changed:
        click.echo(
            f"De demowereld {size.upper()} met zaad {seed} staat klaar: {built.actor_records} records over actoren, "
            f"{built.evidence} meldingen ({seconds} s). Bekijk ze met: wortel serve"
        )
    else:
        click.echo(f"De demowereld {size.upper()} met zaad {seed} stond er al. Er is niets veranderd.")


@command.command()
@click.option("--json", "as_json", is_flag=True, help="Druk het resultaat af als JSON.")
def remove(as_json: bool) -> None:
    """Verwijder de demowereld helemaal; echte gegevens blijven staan."""
    from wortel.demo.public import remove_world
    from wortel.shell.clock import now
    from wortel.trail.public import By

    _refuse_without_tables()
    removed = remove_world(By.command("wortel demo remove"), now())
    if as_json:
        print_json({"removed_records": removed})
    elif removed:
        click.echo(f"De demowereld is weg ({removed} fictieve records). Echte gegevens zijn niet aangeraakt.")
    else:
        click.echo("Er was geen demowereld.")


def _show(host: str, port: int) -> None:
    """Everything a newcomer needs: tables, world, address."""
    from django.conf import settings

    from wortel.demo.public import HoldsRealRecords, Size, build_world, seek_matches, settle_people, standing_world
    from wortel.shell.clock import now
    from wortel.site.cli.serve import serve
    from wortel.site.cli.setup import prepare
    from wortel.trail.public import By

    prepare(click.echo)
    standing = standing_world()
    if standing is not None:
        click.echo(f"Demowereld: in orde ({standing[0]}, zaad {standing[1]}).")
    else:
        try:
            size, seed = FIRST_WORLD
            build_world(By.command("wortel demo"), Size(size), seed, now(), click.echo)
        except HoldsRealRecords:
            refuse(HOLDS_REAL.replace("meng ze bewust met --force", "start de website met: wortel serve"))
    settings.PUBLIC_URL = settings.PUBLIC_URL or f"http://{host}:{port}"  # for the links in the mails it writes now
    settle_people(By.command("wortel demo"), now())
    if proposed := seek_matches(By.command("wortel demo"), now()):
        click.echo(f"Voorstellen om vraag en aanbod samen te brengen: {proposed}.")
    # Nowhere else: only here may a visitor become an invented person and read the mails of the demo.
    settings.IS_DEMO = settings.DEMO_MAILBOX = True
    click.echo(f"Kies wie je wilt zijn op http://{host}:{port}/demo/")
    serve(host, port)


def _refuse_without_tables() -> None:
    from wortel.site import installation

    if not installation.is_set_up():
        refuse("Er is nog geen databank met referentiegegevens. Doe eerst: wortel setup")
