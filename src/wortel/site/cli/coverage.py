"""`wortel coverage`: which municipalities are reached, on which map, by whose word."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date
from io import BytesIO
from pathlib import Path
from typing import Any

import click

from wortel.coverage.public import (
    MUNICIPALITY,
    Comparison,
    coverage_report,
    holds_fictional,
    rebuild_every_tally,
    rows_by,
    tally_differences,
)
from wortel.gateways.tabular import About, Sheet, write_csv, write_xlsx
from wortel.kernel.rulebook import NoRuleInForce, Rulebook, RulebookUnreadable, parse_rulebook
from wortel.shell.clock import now
from wortel.site.cli.output import DAY, refuse
from wortel.site.given_file import FileUnreadable, read_text
from wortel.site.new_file import FileUnwritable, new_file
from wortel.territory.public import say_refusal
from wortel.trail.public import By

FIRST_YEAR, LAST_YEAR = 2012, 2100


@click.group()
def command() -> None:
    """Welke gemeenten bereikt zijn, en wie dat zegt. Wat niemand meldde, heet onbekend."""


@command.command()
@click.option("--year", "single_years", type=int, multiple=True, metavar="JAAR", help="Het jaar; mag meer dan eens.")
@click.option("--years", "run", metavar="VAN-TOT", help="Een reeks jaren, bv. 2019-2024.")
@click.option("--boundaries", type=DAY, required=True, metavar="DAG", help="De dag van de kaart, bv. 2025-01-01.")
@click.option(
    "--by",
    type=click.Choice(["municipality", "province", "referentieregio"]),
    default=MUNICIPALITY,
    show_default=True,
    help="Eén rij per gemeente of per gebied.",
)
@click.option("--format", "form", type=click.Choice(["json", "csv", "xlsx"]), default="json", show_default=True)
@click.option("--against", type=int, metavar="JAAR", help="Vergelijk met dit jaar, op dezelfde kaart.")
@click.option("--rulebook", type=click.Path(path_type=Path), help="Reken met andere regels: een TOML-bestand.")
@click.option("--out", type=click.Path(path_type=Path), help="Schrijf in dit bestand in plaats van op het scherm.")
def report(
    *,
    single_years: tuple[int, ...],
    run: str | None,
    boundaries: date,
    by: str,
    form: str,
    against: int | None,
    rulebook: Path | None,
    out: Path | None,
) -> None:
    """Bereken de dekking uit het bewijs, voor een of meer jaren, op de kaart van een dag.

    Eén jaar geeft een lijst; meer jaren geven per jaar een lijst, met het jaar erbij.
    """
    years = _years(single_years, run)
    asked = years if against is None else [*years, _plausible(against)]
    rows_of = _rows(asked, years, boundaries, "provincie" if by == "province" else by, against, _rulebook(rulebook))
    if form == "json":
        _write(out, [_json(rows_of).encode() + b"\n"])
    elif form == "csv":
        columns, rows = _table(rows_of)
        _write(out, write_csv(rows, columns))
    else:
        _write_xlsx(out, rows_of, boundaries)


@command.command()
def recount() -> None:
    """Tel het bewijs opnieuw. Nodig als `wortel check` zegt dat de telling afwijkt."""
    wrong = tally_differences()
    rebuild_every_tally(By.command("wortel coverage recount"), now())
    click.echo(f"Opnieuw geteld. Jaren die afweken: {', '.join(map(str, wrong)) or 'geen'}.")


def _rows(
    asked: Iterable[int], years: Sequence[int], on: date, by: str, against: int | None, rulebook: Rulebook | None
) -> Mapping[int, list[dict[str, Any]]]:
    try:
        found = coverage_report(asked, on, rulebook)
        return {
            year: rows_by(found[year], by, Comparison.between(found[against], found[year]) if against else None)
            for year in years
        }
    except NoRuleInForce:
        refuse("Voor een van deze jaren geldt geen regel. De eerste regel van ons eigen regelboek geldt vanaf 2014.")
    except RulebookUnreadable as error:
        refuse(f"Het regelboek klopt niet: {error}.")
    except LookupError as refusal:
        refuse(say_refusal(refusal))


def _years(single: tuple[int, ...], run: str | None) -> list[int]:
    years = [_plausible(year) for year in single]
    if run is not None:
        first, _, last = run.partition("-")
        if not re.fullmatch(r"[0-9]{4}-[0-9]{4}", run) or last < first:
            raise click.UsageError(f"'{run}' is geen reeks jaren. Schrijf ze als 2019-2024.")
        years.extend(range(_plausible(int(first)), _plausible(int(last)) + 1))
    if not years:
        raise click.UsageError("Geef minstens één jaar: --year 2022, of --years 2019-2024.")
    return sorted(set(years))


def _plausible(year: int) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise click.UsageError(f"{year} is geen jaar waarover er dekking is. Kies een jaar van {FIRST_YEAR} af.")
    return year


def _rulebook(file: Path | None) -> Rulebook | None:
    if file is None:
        return None
    try:
        return parse_rulebook(read_text(file))
    except FileUnreadable as unreadable:
        refuse(f"Het regelboek kan niet gelezen worden: {unreadable}")
    except RulebookUnreadable as error:
        refuse(f"Het regelboek {file} klopt niet: {error}.")


def _json(rows_of: Mapping[int, list[dict[str, Any]]]) -> str:
    only = next(iter(rows_of.values()))
    story: Any = only if len(rows_of) == 1 else [{"year": year, "rows": rows} for year, rows in rows_of.items()]
    return json.dumps(story, ensure_ascii=False, indent=2)


def _table(rows_of: Mapping[int, list[dict[str, Any]]]) -> tuple[list[str], list[list[Any]]]:
    """Column names and rows; the year comes first, so that years can be put under one another."""
    columns = list(next((rows[0] for rows in rows_of.values() if rows), {}))
    marked = holds_fictional()
    rows = [[year, *row.values(), *(["ja"] if marked else [])] for year, rows in rows_of.items() for row in rows]
    return ["year", *columns, *(["fictief"] if marked else [])], rows


def _write(out: Path | None, blocks: Iterable[bytes]) -> None:
    if out is None:
        for block in blocks:
            sys.stdout.buffer.write(block)
        sys.stdout.buffer.flush()
        return
    try:
        with new_file(out) as started, started.open("wb") as stream:
            stream.writelines(blocks)
    except FileUnwritable as unwritable:
        refuse(str(unwritable))


def _write_xlsx(out: Path | None, rows_of: Mapping[int, list[dict[str, Any]]], on: date) -> None:
    columns, rows = _table(rows_of)
    about = About(
        title=f"Dekking op de kaart van {on.isoformat()}",
        created=now().astimezone(UTC),
        remarks=["Berekend door Wortel uit het bewijs dat in deze installatie staat."],
        fictional=holds_fictional(),
    )
    if out is None and sys.stdout.isatty():
        raise click.UsageError("Een XLSX-bestand past niet op het scherm. Geef --out BESTAND.")
    whole = BytesIO()
    write_xlsx(whole, [Sheet("Dekking", columns, rows)], about)
    _write(out, [whole.getvalue()])
