"""`wortel privacy`: the register, and what is held of someone: to show, to hand over, to erase."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

import click

from wortel.site.cli.output import django_ready, print_json, refuse

if TYPE_CHECKING:
    from wortel.privacy.public import Subject


@click.group()
def command() -> None:
    """Persoonsgegevens: het register, iemands gegevens meegeven, en wissen."""


@command.command()
@click.option("--json", "as_json", is_flag=True)
def register(as_json: bool) -> None:
    """Elk veld met persoonsgegevens: waarvoor, op welke grond, hoe lang, wie het ziet."""
    django_ready()
    from wortel.privacy.public import register_json

    whole = register_json()
    if as_json:
        print_json(whole)
        return
    for row in whole["held"]:
        click.echo(f"{row['what']}  ({row['table']})")
        click.echo(f"    {row['purpose']} {row['kept']}")
        click.echo(f"    {', '.join(field['field'] for field in row['fields'])}")


@command.command()
@click.argument("who")
def export(who: str) -> None:
    """Alles wat bewaard is over WHO (een e-mailadres of het nummer van een account), als JSON."""
    django_ready()
    from wortel.privacy.public import as_json, export_of
    from wortel.shell.clock import now

    click.echo(as_json(export_of(_subject(who), now())))


@command.command()
@click.argument("who")
@click.option("--yes", is_flag=True, help="Vraag niet of je het zeker weet.")
@click.option("--json", "as_json", is_flag=True)
def erase(who: str, yes: bool, as_json: bool) -> None:
    """Wis WHO (een e-mailadres of het nummer van een account). Dit kan niet ongedaan gemaakt worden."""
    django_ready()
    from wortel.people.public import Person
    from wortel.privacy.public import CannotErase, erase_address, erase_person, say
    from wortel.shell.clock import now
    from wortel.trail.public import By

    subject = _subject(who)
    if not yes:
        click.confirm(f"Alles wissen wat naar {who} leidt?", abort=True)
    by = By.command("wortel privacy erase")
    try:
        if subject.ref:
            done = erase_person(by, subject.ref, why="command", at=now())
        else:
            done = erase_address(by, who, at=now())
    except CannotErase as hindered:
        refuse(say(hindered.reason))
    except Person.DoesNotExist:
        _unknown(who)
    _tell(done, as_json=as_json)


@command.command()
@click.option("--json", "as_json", is_flag=True)
def sweep(as_json: bool) -> None:
    """Schrijf wie lang niet kwam, en wis wie niet antwoordde. `wortel work` doet dit elke dag."""
    django_ready()
    from wortel.privacy.public import sweep_inactive
    from wortel.shell.clock import now
    from wortel.trail.public import By

    swept = sweep_inactive(By.command("wortel privacy sweep"), now())
    counts = {"reminded": swept.reminded, "erased": swept.erased, "kept": swept.kept}
    if as_json:
        print_json(counts)
    else:
        click.echo(f"Aangeschreven: {swept.reminded}. Gewist: {swept.erased}. Niet te missen: {swept.kept}.")


def _subject(who: str) -> Subject:
    from wortel.people.public import Person
    from wortel.privacy.public import subject_of, subject_with_address

    wanted = {"email__iexact": who} if "@" in who else {"ref": who}
    person = Person.objects.filter(**wanted).first()
    if person is None and "@" not in who:
        _unknown(who)
    return subject_of(person) if person else subject_with_address(who)


def _tell(done: dict[str, int], *, as_json: bool) -> None:
    if as_json:
        print_json(done)
    else:
        click.echo(f"Gewist of leeggemaakt: {sum(done.values())} rijen." if done else "Er was niets (meer) te wissen.")


def _unknown(who: str) -> NoReturn:
    refuse(f"Niemand met nummer {who}. Geef een e-mailadres, of het nummer uit het logboek.")
