"""`wortel post`: what waits in the outbox, what left, and what was given up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

import click

from wortel.site.cli.output import django_ready, print_json, refuse

if TYPE_CHECKING:
    from wortel.post.public import Message

STATES = ("waiting", "parked", "sent", "gathering", "gathered")


@click.group()
def command() -> None:
    """Kijk welke mail wacht, vertrok of opgegeven werd, en probeer opnieuw."""


@command.command("list")
@click.option("--state", type=click.Choice(STATES), default="waiting", show_default=True, help="Welke mails.")
@click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")
def list_mail(state: str, as_json: bool) -> None:
    """De mails in één staat, de nieuwste eerst, hoogstens 500. Adressen staan er half.

    waiting: wacht · parked: opgegeven · sent: verstuurd · gathering: wacht op de dagmail · gathered: zit in een dagmail
    """
    django_ready()
    from wortel.post.public import messages_in

    rows = [_row(message) for message in messages_in(state)]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['key']}")
        click.echo(f"    {row['created_at'][:16]}  {row['to']}  {row['kind']}, {row['attempts']} keer geprobeerd")
        if row["last_error"]:
            click.echo(f"    {row['last_error']}")
    if not rows:
        click.echo("Er is geen mail in deze staat.")


@command.command()
@click.argument("key")
@click.option("--json", "as_json", is_flag=True, help="Schrijf het resultaat als JSON.")
def show(key: str, as_json: bool) -> None:
    """Toon één mail helemaal; de tekst van een code om aan te melden blijft verborgen."""
    django_ready()
    from wortel.post.domain.kinds import kind_of
    from wortel.post.public import Message

    try:
        message = Message.objects.get(key=key)
    except Message.DoesNotExist:
        _unknown(key)
    text = "(niet getoond)" if kind_of(message.kind).holds_secret else message.text
    row = {**_row(message), "to": message.recipient, "subject": message.subject, "text": text}
    if as_json:
        print_json(row)
        return
    for name, value in row.items():
        if name != "text":
            click.echo(f"{name:<12} {'' if value is None else value}")
    click.echo(f"\n{text}")


@command.command()
@click.argument("key", required=False)
@click.option("--all-parked", is_flag=True, help="Alle opgegeven mails.")
def retry(key: str | None, all_parked: bool) -> None:
    """Probeer opgegeven mail opnieuw: één sleutel, of alles met --all-parked."""
    django_ready()
    from wortel.post.public import Message, NotParked, retry_all_parked, retry_parked
    from wortel.shell.clock import now
    from wortel.trail.public import By

    if bool(key) == all_parked:
        raise click.UsageError("Geef een sleutel, of --all-parked.")
    by = By.command("wortel post retry")
    if key is None:
        click.echo(f"{_mails(retry_all_parked(by, now()))} opnieuw te versturen.")
        return
    try:
        retry_parked(by, key, now())
    except Message.DoesNotExist:
        _unknown(key)
    except NotParked:
        refuse(f"Mail {key} is niet opgegeven, of de tekst is gewist. Zie: wortel post show {key}")
    click.echo("De mail wacht opnieuw.")


def _mails(count: int) -> str:
    return f"{count} {'mail' if count == 1 else 'mails'}"


def _unknown(key: str) -> NoReturn:
    refuse(f"Mail {key} bestaat niet. `wortel post list` toont ze.")


def _row(message: Message) -> dict[str, Any]:
    from wortel.post.domain.address import masked
    from wortel.post.public import state_of

    def instant(name: str) -> str | None:
        from django.utils.timezone import localtime

        value = getattr(message, name)
        return localtime(value).isoformat() if value else None

    return {
        "key": message.key,
        "kind": message.kind,
        "state": state_of(message),
        "to": masked(message.recipient),
        **{name: instant(name) for name in ("created_at", "ready_at", "sent_at", "parked_at")},
        "attempts": message.attempts,
        "last_error": message.last_error,
        "gathered_in": message.gathered_in,
    }
