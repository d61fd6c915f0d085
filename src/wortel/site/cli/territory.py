"""`wortel territory`: municipalities, successions, areas, postcodes and boundaries, on any day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import click

from wortel.site.cli.output import DAY, django_ready, print_json, refuse

P = ParamSpec("P")
R = TypeVar("R")


@click.group()
def command() -> None:
    """Gemeenten door de tijd: welke er waren, wat ervan werd, waarbij ze horen."""


def asks_territory(function: Callable[P, R]) -> Callable[P, R]:
    """Runs a command with Django ready, and says every refusal of the territory in one sentence."""

    @wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        django_ready()
        from wortel.territory.public import say_refusal

        try:
            return function(*args, **kwargs)
        except LookupError as refusal:
            refuse(say_refusal(refusal))

    return run


json_option = click.option("--json", "as_json", is_flag=True, help="Druk JSON af, voor een programma.")
on_option = click.option("--on", type=DAY, required=True, metavar="DAG", help="De dag, als JJJJ-MM-DD.")


@command.command()
@on_option
@click.option("--scheme", metavar="INDELING", help="Toon alleen een gebied van deze indeling, bv. referentieregio.")
@click.option("--area", metavar="GEBIED", help="Code of naam van dat gebied.")
@json_option
@asks_territory
def municipalities(on: date, scheme: str | None, area: str | None, as_json: bool) -> None:
    """De gemeenten op een dag, alle of die van één gebied."""
    from wortel.territory.public import timeline

    if (scheme is None) != (area is None):
        raise click.UsageError("Geef --scheme en --area samen.")
    if scheme is not None and area is not None:
        places = timeline().members_of_map(scheme, _area_code(scheme, area, on), on)
    else:
        places = timeline().municipalities(on)
    _print_places([_place(place, on) for place in places], as_json)


@command.command()
@click.argument("nis")
@on_option
@json_option
@asks_territory
def successors(nis: str, on: date, as_json: bool) -> None:
    """Wat van een gemeente werd op een dag."""
    from wortel.territory.public import timeline

    _print_places([_place(place, on) for place in timeline().successors(nis, on)], as_json)


@command.command()
@click.argument("nis")
@on_option
@json_option
@asks_territory
def predecessors(nis: str, on: date, as_json: bool) -> None:
    """Waaruit een gemeente bestond op een vroegere dag."""
    from wortel.territory.public import timeline

    _print_places([_place(place, on) for place in timeline().predecessors(nis, on)], as_json)


@command.command()
@click.argument("nis")
@click.option("--from", "from_day", type=DAY, required=True, metavar="DAG", help="De dag van het feit.")
@click.option("--to", "to_day", type=DAY, required=True, metavar="DAG", help="De dag van de kaart.")
@click.option("--postcode", metavar="CODE", help="Postcode van de plaats: legt ze vast door fusies heen.")
@click.option("--submunicipality", metavar="CODE", help="Code van de deelgemeente.")
@json_option
@asks_territory
def carry(
    nis: str, from_day: date, to_day: date, postcode: str | None, submunicipality: str | None, as_json: bool
) -> None:
    """Waar een feit van de ene dag staat op de kaart van een andere dag."""
    from wortel.territory.domain.places import Place
    from wortel.territory.public import say, timeline

    carried = timeline().carry(Place(nis, postcode, submunicipality), from_day, to_day)
    if as_json:
        print_json({"result": list(carried.result), "certain": carried.certain, "reason": say(carried.reason)})
    else:
        click.echo(say(carried.reason))


@command.command()
@click.argument("code")
@on_option
@json_option
@asks_territory
def postcode(code: str, on: date, as_json: bool) -> None:
    """De gemeente waarin een postcode lag op een dag."""
    from wortel.territory.public import timeline

    _print_places([_place(place, on) for place in timeline().municipalities_of_postcode(code, on)], as_json)


@command.command()
@on_option
@json_option
@asks_territory
def areas(on: date, as_json: bool) -> None:
    """Alle indelingen en hun gebieden op een dag, met het aantal gemeenten."""
    from wortel.territory.public import timeline

    found = [
        {
            "scheme": scheme,
            "code": area.code,
            "name": area.name,
            "municipalities": len(timeline().members_of_map(scheme, area.code, on)),
        }
        for scheme in timeline().schemes()
        for area in timeline().areas_of_map(scheme, on)
    ]
    if as_json:
        print_json(found)
    else:
        for row in found:
            click.echo(f"{row['scheme']:<18} {row['code']:<10} {row['municipalities']:>4}  {row['name']}")


@command.group()
def boundaries() -> None:
    """Officiële gemeentegrenzen in plaats van de schematische."""


@boundaries.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--on", type=DAY, metavar="DAG", help="De dag van de kaart; anders volgt ze uit de codes in het bestand.")
@click.option("--online", is_flag=True, help="Haal de grenzen op bij de officiële dienst (heeft een netwerk nodig).")
@json_option
@asks_territory
def import_boundaries(file: Path | None, on: date | None, online: bool, as_json: bool) -> None:
    """Neem officiële grenzen over uit een GeoJSON- of TopoJSON-bestand."""
    from wortel.gateways.boundaries import BoundaryFileRefused
    from wortel.site.boundaries import take_over
    from wortel.site.given_file import FileUnreadable
    from wortel.territory.public import BoundariesRefused, say_boundary_problem

    if (file is None) == (not online):
        raise click.UsageError("Geef een bestand, of --online.")
    try:
        done = take_over(file, on)
    except BoundaryFileRefused as refused:
        refuse(str(refused))
    except BoundariesRefused as refused:
        refuse(" ".join(say_boundary_problem(problem) for problem in refused.problems) + " Er is niets gewijzigd.")
    except FileUnreadable as unreadable:
        refuse(f"De grenzen kunnen niet gelezen worden: {unreadable}")
    if as_json:
        print_json(done)
    else:
        for row in done:
            click.echo(f"Kaart van {row['map_from']}: grenzen van {row['municipalities']} gemeenten overgenomen.")


def _area_code(scheme: str, given: str, on: date) -> str:
    """The code of an area, also when its name was given."""
    from wortel.kernel.text import folded
    from wortel.territory.public import timeline

    for area in timeline().areas_of_map(scheme, on):
        if folded(given) in {folded(area.code), folded(area.name)}:
            return area.code
    return given


def _place(place: Any, on: date) -> dict[str, str | None]:
    """A municipality as programs get it: the contract of this command and of the API."""
    from wortel.territory.public import municipality_json

    return municipality_json(place, on)


def _print_places(places: list[dict[str, str | None]], as_json: bool) -> None:
    if as_json:
        print_json(places)
        return
    for place in places:
        click.echo(
            f"{place['nis']}  {place['name']:<32} {place['province'] or '?':<16} {place['referentieregio'] or '?'}"
        )
    click.echo(f"{len(places)} gemeenten" if len(places) != 1 else "1 gemeente")
