"""`wortel replies`: what visitors sent, and deciding on it, for who sits at the machine and not at the desk."""

from __future__ import annotations

from typing import Any, NoReturn

import click

from wortel.site.cli.output import django_ready, print_json, refuse

STATES = ("unconfirmed", "open", "accepted", "refused", "withdrawn")


@click.group()
def command() -> None:
    """Wat bezoekers meldden: aanvragen, betwistingen, verbeteringen."""


@command.command("list")
@click.option("--state", type=click.Choice(STATES), default="open", help="Welke meldingen.")
@click.option("--json", "as_json", is_flag=True)
def list_replies(state: str, as_json: bool) -> None:
    """De meldingen die op een beslissing wachten, de oudste eerst."""
    django_ready()
    from wortel.replies.public import Reply

    rows = [_row(reply) for reply in Reply.objects.filter(state=state).order_by("created_at")]
    if as_json:
        print_json(rows)
        return
    for row in rows:
        click.echo(f"{row['ref']}  {row['created_at'][:10]}  {row['kind']:<11} {row['about']}")
        click.echo(f"    {row['author']} <{row['email']}>: {row['message']}")
    if not rows:
        click.echo("Er wacht niets.")


@command.command()
@click.argument("ref")
@click.option("--accept/--refuse", "accepted", default=None, help="Aanvaard of weiger.")
@click.option("--answer", default="", help="Wat de melder te lezen krijgt.")
@click.option("--json", "as_json", is_flag=True)
def decide(ref: str, accepted: bool | None, answer: str, as_json: bool) -> None:
    """Beslis over één melding."""
    django_ready()
    from wortel.replies.public import NoAnswer, NotOpen, Reply, decide_reply
    from wortel.shell.clock import now
    from wortel.trail.public import By

    if accepted is None:
        raise click.UsageError("Zeg --accept of --refuse.")
    try:
        reply = decide_reply(By.command("wortel replies decide"), ref, accepted=accepted, decision=answer, at=now())
    except Reply.DoesNotExist:
        _unknown(ref)
    except NotOpen as closed:
        refuse(f"Melding {ref} staat niet open (staat: {closed.state}).")
    except NoAnswer:
        refuse("Wie weigert, zegt waarom: geef --answer mee. De melder krijgt die tekst per mail.")
    if as_json:
        print_json(_row(reply))
    else:
        click.echo(
            f"Melding {ref}: {'aanvaard' if accepted else 'geweigerd'}. Het antwoord vertrekt met `wortel work`."
        )
        if accepted:
            click.echo("De getoonde gegevens veranderen pas als de bron verandert: verbeter ze met `wortel import`.")


def _unknown(ref: str) -> NoReturn:
    refuse(f"Melding {ref} bestaat niet. `wortel replies list` toont ze.")


def _row(reply: Any) -> dict[str, Any]:
    from django.utils.timezone import localtime

    return {
        "ref": reply.ref,
        "kind": reply.kind,
        "state": reply.state,
        "target": reply.target,
        "about": reply.target_label,
        "path": reply.target_path,
        "message": reply.message,
        "author": reply.author_name,
        "email": reply.author_email,
        "organisation": reply.organisation,
        "created_at": localtime(reply.created_at).isoformat(),
        "confirmed_at": localtime(reply.confirmed_at).isoformat() if reply.confirmed_at else None,
        "decision": reply.decision,
    }
