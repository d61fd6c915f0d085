"""How every command speaks: JSON on stdout, one sentence on stderr, a day as JJJJ-MM-DD."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, NoReturn

import click


class Day(click.ParamType[date]):
    """A day written 2025-01-01."""

    name = "dag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"'{value}' is geen dag. Schrijf een dag als 2025-01-01.", param, ctx)


DAY = Day()


def django_ready() -> None:
    """Makes models and settings usable; done once per process, and only by commands that need them."""
    import django
    from django.apps import apps
    from django.core.exceptions import ImproperlyConfigured

    if apps.ready:
        return
    try:
        django.setup()
    except (ImproperlyConfigured, ValueError, OSError) as error:
        refuse(f"De instellingen kloppen niet: {error}. Kijk DATABASE_URL en WORTEL_DATA na.")


def print_json(value: Any) -> None:
    """One JSON document on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def refuse(sentence: str) -> NoReturn:
    """Stops with one sentence on stderr and exit code 1."""
    raise click.ClickException(sentence)
