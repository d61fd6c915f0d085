"""`wortel alliances`: how municipalities could be grouped into alliances, for a region or for all of Flanders."""

from __future__ import annotations

import json
import time
from datetime import date
from pathlib import Path
from typing import Any

import click

from wortel.alliances.public import (
    EMPHASES,
    Limits,
    LimitsUseless,
    Proposals,
    Question,
    policy_on,
    proposals,
    proposals_export,
    proposals_json,
    say,
)
from wortel.shell.clock import now
from wortel.site.cli.output import DAY, print_json, refuse
from wortel.site.export_writers import csv
from wortel.site.new_file import FileUnwritable, new_file
from wortel.territory.domain.refusals import REFUSALS
from wortel.territory.public import say_refusal, timeline

EVERYWHERE = "vlaanderen"


@click.group()
def command() -> None:
    """Voorstellen voor allianties: groepen van buurgemeenten met de hele helix, binnen grenzen."""


@command.command()
@click.option("--area", required=True, help="Code van een referentieregio, of vlaanderen.")
@click.option("--out", type=click.Path(path_type=Path), metavar="CSV", help="Waar de groepen komen.")
@click.option("--fewest", type=click.IntRange(1, 15), help="Minstens zoveel gemeenten per groep.")
@click.option("--most", type=click.IntRange(1, 15), help="Hoogstens zoveel gemeenten per groep.")
@click.option("--emphasis", type=click.Choice(EMPHASES), default="even", show_default=True, help="Wat zwaarst telt.")
@click.option("--cross-regions", is_flag=True, help="Laat groepen over de grens van een referentieregio gaan.")
@click.option(
    "--effort", type=click.FloatRange(0.1, 100), default=3.0, show_default=True, help="Hoe hard er gezocht wordt."
)
@click.option("--on", type=DAY, help="Op de kaart van deze dag; anders vandaag.")
@click.option("--json", "as_json", is_flag=True, help="Druk JSON af, voor een programma.")
def propose(area: str, out: Path | None, as_json: bool, **options: Any) -> None:
    """Stel enkele indelingen voor, de beste eerst. Dezelfde gegevens geven altijd dezelfde voorstellen."""
    at = now()
    on: date = options["on"] or at.date()
    began = time.monotonic()
    try:
        found = proposals(_question(area, on, options), on, options["effort"])
    except LimitsUseless as useless:
        refuse(say(useless.reason))
    except REFUSALS as refusal:
        refuse(say_refusal(refusal))
    if out is not None:
        _write(found, out)
    if as_json:
        print_json({**json.loads(json.dumps(proposals_json(found, on), default=str)), "seconds": _seconds(began)})
        return
    for number, each in enumerate(found.alternatives, start=1):
        groups, towns = len(each.groups), sum(len(group.towns) for group in each.groups)
        click.echo(
            f"Voorstel {number}: {towns} gemeenten in {groups} groepen, {each.whole} met de hele helix, "
            f"score {each.score:.4f}, hoogstens {each.bound:.4f}{'' if each.is_proved else ' (niet bewezen)'}."
        )
        for left in each.left:
            click.echo(f"  zonder groep: {timeline().find(left.nis).name} ({say(left.reason)})")
    click.echo(f"{_seconds(began)} seconden.")


def _question(area: str, on: date, options: dict[str, Any]) -> Question:
    usual = policy_on(on, options["emphasis"]).usual
    fewest = options["fewest"] or min(usual.fewest, options["most"] or usual.fewest)
    limits = Limits(fewest, options["most"] or max(usual.most, fewest))
    region = "" if area.casefold() == EVERYWHERE else timeline().area("referentieregio", area).code
    return Question(region, frozenset(), limits, options["emphasis"], options["cross_regions"])


def _write(found: Proposals, out: Path) -> None:
    export = proposals_export(found, now())
    try:
        with new_file(out) as started, started.open("wb") as stream:
            stream.writelines(csv(export))
    except FileUnwritable as unwritable:
        refuse(str(unwritable))


def _seconds(began: float) -> float:
    return round(time.monotonic() - began, 2)
