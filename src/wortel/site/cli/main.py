"""`wortel`: the front door for everything without a browser."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

import click

import wortel

# Each command lives in a module of its own, read only when asked for, so that `wortel --help` answers at once.
COMMANDS = {
    "setup": ("wortel.site.cli.setup", "Maak de databank en laad de referentiegegevens."),
    "serve": ("wortel.site.cli.serve", "Start de website."),
    "demo": ("wortel.site.cli.demo", "Bouw, toon of verwijder de fictieve demowereld."),
    "territory": ("wortel.site.cli.territory", "Gemeenten door de tijd: fusies, gebieden, postcodes, grenzen."),
    "import": ("wortel.site.cli.intake", "Lees een bestand in met actoren of bewijs."),
    "coverage": ("wortel.site.cli.coverage", "Welke gemeenten bereikt zijn, en wie dat zegt."),
    "replies": ("wortel.site.cli.replies", "Lees wat bezoekers meldden: aanvragen, betwistingen, verbeteringen."),
    "check": ("wortel.site.cli.check", "Kijk na of deze installatie in orde is."),
}


class LazyCommands(click.Group):
    """A group that loads a command when it is called, and says failures in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(wortel.__version__, message="wortel %(version)s")
def command() -> None:
    """Wortel (√): STEM in elke gemeente.

    De databank kies je met DATABASE_URL, de map voor bestanden met WORTEL_DATA. Zonder die twee gebruikt wortel
    SQLite in zijn eigen map. `wortel OPDRACHT --help` legt elke opdracht uit.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command; every failure a person can mend is one sentence on stderr and a non-zero exit."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wortel.site.settings")
    try:
        sys.exit(command.main(args=arguments, prog_name="wortel", standalone_mode=False) or 0)
    except click.exceptions.Abort:
        click.echo("Gestopt.", err=True)
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
