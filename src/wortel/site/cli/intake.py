"""`wortel import`: files in, with a dry run, a diff, and a way back."""

from __future__ import annotations

import gc
import json
import tomllib
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from wortel.site.cli.output import django_ready, print_json, refuse
from wortel.site.given_file import FileUnreadable, read_text
from wortel.site.given_table import GivenTable

if TYPE_CHECKING:
    from wortel.intake.public import Outcome

F = TypeVar("F", bound=Callable[..., Any])
SOURCE_REFUSED = {
    "name": "Geef een bronnaam met letters of cijfers, van hoogstens 200 tekens: --source stad-gent.",
    "fiction": "Die bronnaam is van de demowereld. Geef een andere: --source stad-gent.",
    "title": "De titel van de bron is te lang of bevat een teken dat niet past. Schrijf hoogstens 200 gewone tekens.",
    "url": "Het adres van de bron is geen webadres. Schrijf het als https://www.stad.be/lijst.",
    "licence": "De licentie is te lang of bevat een teken dat niet past. Schrijf hoogstens 200 gewone tekens.",
}


@click.group()
def command() -> None:
    """Lees een bestand in (CSV of XLSX). Elke rij die verandert zie je vooraf met --dry-run.

    Een rij met een fout houdt het hele bestand tegen, tenzij je --skip-bad-rows geeft. Wat hersteld werd, staat in het
    verslag. Een hele import neem je terug met `wortel import undo NUMMER`.
    """


def takes_file(function: F) -> F:
    """The options that every kind of import shares."""
    options = [
        click.argument("file", type=click.Path(path_type=Path)),
        click.option("--source", metavar="NAAM", help="Naam van de bron. Zonder: de naam van het bestand."),
        click.option("--source-title", default="", metavar="TEKST", help="De bron zoals ze op de pagina's heet."),
        click.option("--source-url", default="", metavar="ADRES", help="Waar de bron te vinden is."),
        click.option(
            "--licence", default="", metavar="TEKST", help="Onder welke voorwaarden de bron gebruikt mag worden."
        ),
        click.option(
            "--mapping", type=click.Path(path_type=Path), help="JSON of TOML: welk veld in welke kolom staat."
        ),
        click.option("--sheet", metavar="BLAD", help="Welk blad van een XLSX-bestand."),
        click.option("--dry-run", is_flag=True, help="Toon wat er zou veranderen, en verander niets."),
        click.option("--accept-loss", is_flag=True, help="Meer dan een vijfde van deze bron mag verdwijnen."),
        click.option("--skip-bad-rows", is_flag=True, help="Sla rijen met een fout over, en lees de rest."),
        click.option(
            "--report", type=click.Path(path_type=Path), help="Schrijf het volledige verslag in dit JSON-bestand."
        ),
        click.option("--json", "as_json", is_flag=True, help="Druk het verslag af als JSON."),
    ]
    for option in reversed(options):
        function = option(function)
    return function


@command.command()
@takes_file
def actors(**options: Any) -> None:
    """Actoren: scholen, bedrijven, besturen, verenigingen."""
    _take_in("actors", **options)


@command.command()
@takes_file
def evidence(**options: Any) -> None:
    """Bewijs: wie meldt welke STEM-activiteit, waar en wanneer."""
    _take_in("evidence", **options)


@command.command("list")
@click.option("--json", "as_json", is_flag=True)
def list_imports(as_json: bool) -> None:
    """Alle imports, de nieuwste eerst."""
    django_ready()
    from wortel.intake.public import Import

    rows = [
        {
            "id": row.pk,
            "kind": row.kind,
            "source": row.source.key,
            "file": row.file_name,
            "applied_at": row.applied_at.isoformat(),
            "state": row.state,
            **row.counts,
        }
        for row in Import.objects.select_related("source").order_by("-pk")
    ]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(
            f"{row['id']:>5}  {row['applied_at'][:16]}  {row['kind']:<9} {row['state']:<8} "
            f"{row['source']:<24} {row['file']}"
        )
    if not rows:
        click.echo("Er is nog niets ingelezen.")


@command.command()
@click.argument("number", type=int)
@click.option("--json", "as_json", is_flag=True)
def undo(number: int, as_json: bool) -> None:
    """Neem een hele import terug."""
    django_ready()
    from wortel.intake.public import CannotUndo, Import, undo_import
    from wortel.shell.clock import now
    from wortel.site.adapters import adapter_for
    from wortel.trail.public import By

    kind = Import.objects.filter(pk=number).values_list("kind", flat=True).first() or "actors"
    try:
        done = undo_import(By.command("wortel import undo"), number, adapter_for(kind, now().date()), now())
    except CannotUndo as cannot:
        refuse(
            {
                "unknown": f"Import {number} bestaat niet. `wortel import list` toont alle imports.",
                "undone": f"Import {number} was al teruggenomen.",
                "followed": f"Na import {number} kwam import {cannot.import_id} van deze bron. Neem eerst die terug.",
            }[cannot.key]
        )
    if as_json:
        print_json({"id": done.pk, "state": done.state, **done.counts})
    else:
        click.echo(f"Import {done.pk} ({done.file_name}) is teruggenomen. Alles staat zoals ervoor.")


def _take_in(kind: str, *, file: Path, as_json: bool, report: Path | None, **options: Any) -> None:
    django_ready()
    from wortel.gateways.tabular import FileRefused
    from wortel.intake.public import ImportRefused, SourceRefused

    _refuse_unwritable(report)
    try:
        outcome = _outcome(kind, file, **options)
    except FileRefused as refused:
        refuse(refused.sentence)
    except SourceRefused as refused:
        refuse(SOURCE_REFUSED[refused.key])
    except ImportRefused as refused:
        _write_report(refused.outcome, report)
        if as_json:
            print_json({"error": str(refused), **_story(refused.outcome)})
        else:
            _tell_remarks(refused.outcome)
        refuse(str(refused))
    _write_report(outcome, report)
    if as_json:
        print_json(_story(outcome))
    else:
        _tell(outcome)


def _outcome(
    kind: str, file: Path, *, dry_run: bool, accept_loss: bool, skip_bad_rows: bool, **options: Any
) -> Outcome:
    from wortel.intake.public import Request, naming, take_in
    from wortel.shell.clock import now
    from wortel.site.adapters import adapter_for
    from wortel.trail.public import By

    source = naming(
        file.stem if options["source"] is None else options["source"],
        title=options["source_title"],
        url=options["source_url"],
        licence=options["licence"],
    )
    given = GivenTable(file, options["sheet"])
    request = Request(
        source=source,
        file_name=given.name,
        file_sha256=given.fingerprint(),
        chosen_columns=_mapping(options["mapping"]),
        dry_run=dry_run,
        accept_loss=accept_loss,
        skip_bad_rows=skip_bad_rows,
    )
    at = now()
    # Millions of short-lived values and hardly a circle among them: looking for circles at every 700th costs a tenth.
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    return take_in(By.command(f"wortel import {kind}"), request, adapter_for(kind, at.date()), given.open, at)


def _mapping(file: Path | None) -> dict[str, str]:
    """Field → column, from JSON or TOML."""
    if file is None:
        return {}
    try:
        text = read_text(file)
        given = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except FileUnreadable as error:
        refuse(f"De mapping kan niet gelezen worden: {error}")
    except (ValueError, RecursionError):
        form = "TOML" if file.suffix == ".toml" else "JSON"
        refuse(f'De mapping {file} is geen {form}. Schrijf ze als JSON: {{"name": "Naam"}}.')
    if not isinstance(given, dict) or not all(isinstance(column, str) for column in given.values()):
        refuse(f'De mapping {file} moet per veld één kolomnaam geven: {{"name": "Naam"}}.')
    return given


def _story(outcome: Outcome) -> dict[str, Any]:
    story = asdict(outcome)
    return {"applied": outcome.applied, "counts": outcome.counts, **story}


def _refuse_unwritable(report: Path | None) -> None:
    """Before anything is read: an import whose report is lost would be half an answer."""
    if report is None:
        return
    if report.exists() and not report.is_file():
        refuse(f"Het verslag kan niet in {report} komen: dat is geen gewoon bestand. Kies een andere naam.")
    try:
        report.open("ab").close()
    except (OSError, ValueError):
        refuse(f"Het verslag kan niet in {report} komen: daar mag of kan je niet schrijven. Kies een andere naam.")


def _write_report(outcome: Outcome, report: Path | None) -> None:
    if report is None:
        return
    try:
        report.write_text(json.dumps(_story(outcome), ensure_ascii=False, indent=2), encoding="utf-8")
    except OSError as error:
        done = f"Import {outcome.import_id} is ingelezen" if outcome.applied else "Er is niets gewijzigd"
        refuse(f"{done}, maar het verslag kon niet in {report} geschreven worden ({error.strerror}).")


def _tell(outcome: Outcome) -> None:
    for note in outcome.notes:
        click.echo(f"Bestand: {note}")
    click.echo("Kolommen: " + ", ".join(f"{field} ← {column}" for field, column in outcome.mapping.items()))
    if outcome.unread_columns:
        click.echo("Niet gelezen, wel bewaard: " + ", ".join(outcome.unread_columns))
    for change in outcome.changes[:20]:
        before, after = (
            ", ".join(f"{name}: {text}" for name, text in side.items())[:160] for side in (change.before, change.after)
        )
        click.echo(
            {"added": f"+ rij {change.row} {after}"}.get(
                change.sort, f"~ rij {change.row} {change.key}: {before} → {after}"
            )
        )
    if len(outcome.changes) > 20:
        more = outcome.added + outcome.changed - 20
        click.echo(f"… en nog {more} {'rij' if more == 1 else 'rijen'} (alles staat in --report).")
    _tell_remarks(outcome)
    counts = outcome.counts
    click.echo(
        f"{counts['rows']} {'rij' if counts['rows'] == 1 else 'rijen'}: "
        f"{counts['added']} nieuw, {counts['changed']} gewijzigd, {counts['unchanged']} gelijk, "
        f"{counts['dropped']} verdwenen, {counts['repaired']} hersteld of betwijfeld, {counts['refused']} overgeslagen."
    )
    if outcome.applied:
        click.echo(f"Ingelezen als import {outcome.import_id}. Terugnemen: wortel import undo {outcome.import_id}")
    else:
        click.echo("Er is niets gewijzigd." if outcome.changes_nothing else "Proef: er is niets gewijzigd.")


def _tell_remarks(outcome: Outcome) -> None:
    for title, remarks in (("Fout", outcome.refusals), ("Hersteld of twijfel", outcome.repairs)):
        for remark in remarks[:20]:
            click.echo(
                f"{title}, rij {remark.row}"
                + (f", kolom {remark.column}" if remark.column else "")
                + f": {remark.sentence}"
            )
        if len(remarks) > 20:
            click.echo("… en nog meer (alles staat in --report).")
