"""`wortel match`: needs and offers from files, matched without any database."""

from __future__ import annotations

import gc
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from wortel.site.cli.matching_records import compare, night, records
from wortel.site.cli.matching_spark import spark_finder
from wortel.site.cli.output import print_json, refuse

if TYPE_CHECKING:
    from wortel.matching.domain.scoring import Weights
    from wortel.matching.public import NeedRows, OfferRows, Outcome, Plan

FILE = click.Path(path_type=Path)


@click.group()
def command() -> None:
    """Leg vragen en aanbod naast elkaar en vind het beste geheel, uit bestanden of uit de databank."""


for each in (records, night, compare):
    command.add_command(each)


@command.command()
@click.option("--needs", type=FILE, required=True, metavar="CSV", help="De vragen.")
@click.option("--offers", type=FILE, required=True, metavar="CSV", help="Het aanbod.")
@click.option("--out", type=FILE, required=True, metavar="CSV", help="Waar de paren komen, met score en redenen.")
@click.option("--unfilled", type=FILE, metavar="CSV", help="Waar de vragen komen die open blijven, met waarom.")
@click.option("--weights", type=FILE, metavar="TOML", help="Andere gewichten: themes, nearness, ages, weeks, far_km.")
@click.option("--score-table", type=FILE, metavar="CSV", help="Gegeven punten per paar in plaats van het regelboek.")
@click.option("--seconds", type=click.FloatRange(min=0), help="Reken hoogstens zoveel seconden aan de toewijzing.")
@click.option("--standing", type=FILE, metavar="CSV", help="Wat al staat: need, offer, state (of ook week).")
@click.option(
    "--stability", type=click.IntRange(min=0), default=0, metavar="PUNTEN", help="Wijzig pas boven die winst."
)
@click.option("--floors", type=FILE, metavar="CSV", help="Het deel dat een gebied beloofd is: area, share van 0 tot 1.")
@click.option("--max-pairs", type=click.IntRange(min=1), help="Weiger meer passende paren dan dit.")
@click.option("--skip-bad-rows", is_flag=True, help="Sla rijen met een fout over, en zeg welke.")
@click.option("--compare", is_flag=True, help="Reken ook 'dichtste eerst' en 'hoogste score eerst' uit.")
@click.option("--engine", type=click.Choice(["duckdb", "spark"]), default="duckdb", help="Wie de paren zoekt.")
@click.option("--spark-master", metavar="URL", help="Welke Spark; anders twee rekenkernen van deze machine.")
@click.option("--spark-folder", type=FILE, metavar="MAP", help="Een map die elke machine van de cluster ook ziet.")
@click.option("--json", "as_json", is_flag=True, help="Druk JSON af, voor een programma.")
def run(needs: Path, offers: Path, out: Path, as_json: bool, **options: Any) -> None:
    """Zoek de toewijzing met de hoogste totale score.

    Een vraag krijgt hoogstens haar aantal, een aanbod hoogstens zijn capaciteit, en elk paar komt één keer voor. Zegt
    een aanbod per_week, dan krijgt elk paar ervan een week, en geen week er meer dan zoveel. Bij
    gelijke totalen beslist de volgorde van de id's: dezelfde bestanden geven altijd dezelfde paren.
    """
    began = time.monotonic()
    from wortel.site.matching_files import MatchingFileRefused, read_needs, read_offers
    from wortel.site.matching_report import story, tell, unheard, write_matches, write_unfilled
    from wortel.site.new_file import FileUnwritable

    _refuse_odd_files((needs, offers, options["standing"], options["floors"]), out, options["unfilled"])
    options["find"] = spark_finder(options)
    gc.disable()  # millions of short-lived values and no circle among them
    weights = _weights(options["weights"])
    try:
        asked, left_out_needs = read_needs(needs, skip_bad_rows=options["skip_bad_rows"])
        possible, left_out_offers = read_offers(offers, skip_bad_rows=options["skip_bad_rows"])
        read_seconds = round(time.monotonic() - began, 3)
        outcome = _matched(asked, possible, weights, options)
    except MatchingFileRefused as refused:
        for sentence in refused.faults:
            click.echo(sentence, err=True)
        refuse(str(refused))
    try:
        write_matches(outcome, out)
        write_unfilled(outcome, options["unfilled"])
    except FileUnwritable as unwritable:
        refuse(str(unwritable))
    outcome.seconds = {"reading": read_seconds, **outcome.seconds, "total": round(time.monotonic() - began, 3)}
    notes = [*left_out_needs, *left_out_offers, *unheard(asked, possible)]
    for sentence in notes:
        click.echo(f"Let op: {sentence}", err=True)
    told = story(outcome, len(asked), len(possible), notes)
    if as_json:
        print_json(told)
    else:
        for line in tell(told, out):
            click.echo(line)


def _matched(asked: NeedRows, possible: OfferRows, weights: Weights, options: dict[str, Any]) -> Outcome:
    from wortel.matching.public import MOST_PAIRS, Plan, resolve, run
    from wortel.site.matching_extras import read_floors, read_standing
    from wortel.site.matching_files import read_points
    from wortel.site.matching_refusals import REFUSALS, say_refused

    table, standing = options["score_table"], options["standing"]
    if table and standing:
        refuse("Geef --standing of --score-table, niet allebei.")
    floors = read_floors(options["floors"]) if options["floors"] else {}
    most, find = options["max_pairs"] or MOST_PAIRS, options["find"]
    plan: Plan = Plan(options["seconds"], most, compare=options["compare"], find=find, floors=floors)
    try:
        if standing:
            return resolve(asked, possible, read_standing(standing), weights, plan, options["stability"])
        return run(asked, possible, weights, plan, read_points(table) if table else None)
    except REFUSALS as refused:
        refuse(say_refused(refused, table.name if table else ""))


def _weights(file: Path | None) -> Weights:
    """The weights of the rulebook today, with those of the file in their place."""
    import tomllib
    from dataclasses import replace

    from wortel.matching.domain.scoring import WeightsUseless, weights_in_force
    from wortel.matching.public import matching_rulebook
    from wortel.shell.clock import today
    from wortel.site.given_file import FileUnreadable, read_text

    weights = weights_in_force(matching_rulebook(), today())
    if file is None:
        return weights
    try:
        given = tomllib.loads(read_text(file))
    except FileUnreadable as unreadable:
        refuse(str(unreadable))
    except tomllib.TOMLDecodeError:
        refuse(f"{file.name} is geen TOML. Schrijf per regel bijvoorbeeld: themes = 40")
    known = {*weights.by_name, "far_km"}
    wrong = [name for name, value in given.items() if name not in known or type(value) is not int]
    if wrong:
        refuse(f"{file.name}: '{wrong[0]}' is geen bekend gewicht met een geheel getal. Kies uit {', '.join(known)}.")
    try:
        return replace(weights, **given)
    except WeightsUseless as useless:
        refuse(f"{file.name}: {useless}.")


def _refuse_odd_files(given: tuple[Path | None, ...], out: Path, unfilled: Path | None) -> None:
    """Before the work, not after it."""
    from wortel.site.new_file import FileUnwritable, refuse_odd

    named = [file.resolve() for file in (*given, out, unfilled) if file]
    if len(set(named)) < len(named):
        refuse("Geef telkens een ander bestand: anders overschrijft het resultaat wat je meegaf.")
    try:
        for file in filter(None, (out, unfilled)):
            refuse_odd(file)
    except FileUnwritable as unwritable:
        refuse(str(unwritable))
