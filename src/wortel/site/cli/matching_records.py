"""`wortel match records` and `wortel match night`: the engine over the needs and offers in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from wortel.site.cli.output import print_json, refuse

if TYPE_CHECKING:
    from wortel.introductions.domain.run_scope import RunScope
    from wortel.introductions.public import Run


def open_django() -> None:
    """`wortel match` works without; these commands do not."""
    from wortel.site.cli import main

    main.open_django()


@click.command()
@click.option(
    "--scope",
    default="vlaanderen",
    metavar="GEBIED",
    help="vlaanderen, regio:REFREG13, provincie:40000, of gemeenten:44021,44043 (een alliantie).",
)
@click.option("--fictional", is_flag=True, help="Breng verzonnen vragen en aanbod samen, los van de echte.")
@click.option("--json", "as_json", is_flag=True, help="Druk JSON af, voor een programma.")
def records(scope: str, fictional: bool, as_json: bool) -> None:
    """Breng de open vragen en het open aanbod in de databank samen, en doe voorstellen aan hun mensen.

    Wat al loopt, blijft. Niemand krijgt op één dag meer nieuwe voorstellen dan het regelboek toelaat. Een run die
    sterft, laat niets half achter; loopt er al een, dan zegt deze dat.
    """
    open_django()
    from wortel.introductions.public import RunRefused, run_matching, say_run
    from wortel.shell.clock import now
    from wortel.trail.public import By

    try:
        run = run_matching(By.command("wortel match records"), _scope(scope), now, is_fictional=fictional)
    except RunRefused as refused:
        refuse(say_run(refused.reason))
    _tell([run], as_json=as_json)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Druk JSON af, voor een programma.")
def night(as_json: bool) -> None:
    """Doe nu wat de werker elke nacht doet: heel Vlaanderen, de echte en de verzonnen wereld elk apart."""
    open_django()
    from wortel.introductions.public import RunRefused, run_of_the_night, say_run
    from wortel.shell.clock import now
    from wortel.trail.public import By

    try:
        runs = run_of_the_night(By.command("wortel match night"), now)
    except RunRefused as refused:
        refuse(say_run(refused.reason))
    _tell(runs, as_json=as_json)


@click.command()
@click.option("--year", type=click.IntRange(2020, 2100), required=True, metavar="JAAR", help="Van welk jaar je leert.")
@click.option("--fictional", is_flag=True, help="Uit de verzonnen wereld.")
@click.option("--json", "as_json", is_flag=True, help="Druk JSON af, voor een programma.")
def compare(year: int, fictional: bool, as_json: bool) -> None:
    """Leg wat de motor voorstelde naast wat mensen kozen, en druk af welke gewichten daarbij passen.

    Er verandert niets: de regels zijn bedoeld om na te lezen en zelf in data/rulebooks/matching.toml te zetten.
    """
    open_django()
    from dataclasses import asdict

    from wortel.introductions.public import comparison_of_year, rulebook_lines, say_comparison
    from wortel.shell.clock import now

    at = now()
    found = comparison_of_year(year, at, is_fictional=fictional)
    if as_json:
        print_json(asdict(found))
        return
    for line in say_comparison(found):
        click.echo(line)
    if found.advice is not None:
        click.echo("")
        click.echo(rulebook_lines(found, at.date()))


def _tell(runs: list[Run], *, as_json: bool) -> None:
    from wortel.introductions.public import say_ended

    if as_json:
        print_json([{"ref": run.ref, "fictional": run.is_fictional, **run.figures} for run in runs])
        return
    for run in runs:
        click.echo(("Verzonnen wereld: " if run.is_fictional else "") + say_ended(run))


def _scope(text: str) -> RunScope:
    """The scope as it was written. Refuses an area or a municipality that nobody knows."""
    from wortel.introductions.domain.run_scope import RunScope
    from wortel.territory.public import say_refusal, timeline

    sort, _, codes = text.partition(":")
    schemes = {"regio": "referentieregio", "provincie": "provincie"}
    try:
        if sort in schemes and codes:
            return RunScope(schemes[sort], timeline().area(schemes[sort], codes).code)
        if sort == "gemeenten" and codes:
            found = (timeline().find(code.strip()).nis for code in codes.split(","))
            return RunScope(municipalities=tuple(sorted(set(found))))
    except LookupError as refusal:
        refuse(say_refusal(refusal))
    if text != "vlaanderen":
        refuse(
            f"'{text}' is geen gebied. Schrijf vlaanderen, regio:REFREG13, provincie:40000 of gemeenten:44021,44043."
        )
    return RunScope()
