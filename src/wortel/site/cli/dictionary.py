"""`wortel dictionary`: every table and column, from the models themselves."""

from __future__ import annotations

import click


@click.command()
def command() -> None:
    """Druk het gegevenswoordenboek af (Markdown, zoals docs/data-dictionary.md)."""
    from wortel.site.dictionary import data_dictionary

    click.echo(data_dictionary(), nl=False)
