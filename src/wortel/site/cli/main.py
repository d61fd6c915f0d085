"""`wortel`: the front door for everything without a browser."""

from __future__ import annotations

import gettext
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path

import click

import wortel

# Each command lives in a module of its own, read only when asked for, so that `wortel --help` answers at once.
COMMANDS = {
    "setup": ("wortel.site.cli.setup", "Maak de databank en laad de referentiegegevens."),
    "serve": ("wortel.site.cli.serve", "Start de website."),
    "work": ("wortel.site.cli.work", "Verstuur mail en doe de taken van de dag."),
    "demo": ("wortel.site.cli.demo", "Bouw, toon of verwijder de fictieve demowereld."),
    "territory": ("wortel.site.cli.territory", "Gemeenten door de tijd: fusies, gebieden, postcodes, grenzen."),
    "import": ("wortel.site.cli.intake", "Lees een bestand in met actoren of bewijs."),
    "coverage": ("wortel.site.cli.coverage", "Welke gemeenten bereikt zijn, en wie dat zegt."),
    "match": ("wortel.site.cli.matching", "Leg vragen en aanbod uit twee bestanden naast elkaar: het beste geheel."),
    "alliances": ("wortel.site.cli.alliances", "Stel groepen van buurgemeenten voor die een alliantie kunnen vormen."),
    "people": ("wortel.site.cli.people", "Mandaten: wie namens wie handelt, iemand uitnodigen, iets beëindigen."),
    "replies": ("wortel.site.cli.replies", "Lees wat bezoekers meldden: aanvragen, betwistingen, verbeteringen."),
    "config": ("wortel.site.cli.config", "Toon de instellingen zoals ze hier werken."),
    "post": ("wortel.site.cli.post", "Kijk welke mail wacht, vertrok of opgegeven werd."),
    "privacy": ("wortel.site.cli.privacy", "Persoonsgegevens: register, meegeven, wissen."),
    "check": ("wortel.site.cli.check", "Kijk na of deze installatie in orde is."),
    "doctor": ("wortel.site.cli.doctor", "Maak een verslag om mee te sturen als je hulp vraagt."),
    "backup": ("wortel.site.cli.backup", "Bewaar de hele databank in één bestand, terwijl ze in gebruik is."),
    "restore": ("wortel.site.cli.restore", "Zet een backup terug, nageteld voor hij op zijn plaats komt."),
    "move": ("wortel.site.cli.move", "Verhuis alles naar een andere databank, en kijk na of alles er is."),
    "dump": ("wortel.site.cli.archive:dump", "Schrijf alles in één bestand, om te bewaren of te verhuizen."),
    "load": ("wortel.site.cli.archive:load", "Vul een lege installatie met zo'n bestand."),
    "dictionary": ("wortel.site.cli.dictionary", "Druk het gegevenswoordenboek af."),
    "rebuild": ("wortel.site.cli.archive:rebuild", "Stel alles wat getoond wordt opnieuw samen."),
}
# These work from files alone: Django would only cost them time.
WITHOUT_DJANGO = {"match"}


class LazyCommands(click.Group):
    """A group that loads a command, and Django before it, when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        if cmd_name not in WITHOUT_DJANGO:
            open_django()
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), name or "command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(wortel.__version__, message="wortel %(version)s", help="Toon de versie.")
def command() -> None:
    """Wortel (√): STEM in elke gemeente.

    Begin met `wortel demo` (een fictieve wereld om rond te kijken) of met `wortel setup` en `wortel serve` (een lege
    website met de gemeenten erin). `wortel OPDRACHT --help` legt elke opdracht uit.

    \b
    WORTEL_DATA    map voor databank en bestanden; een andere map is een tweede, lege installatie
    DATABASE_URL   een andere databank, bv. postgres://gebruiker@machine/databank
    WORTEL_LOG     DEBUG toont alles wat er gebeurt
    """


def open_django() -> None:
    """Makes settings and tables known. Raises `ImproperlyConfigured` with the sentence to show."""
    import django  # only here: `wortel --help` does not need that half second

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "wortel.site.settings")
    django.setup()
    from wortel.site.config import unknown

    for sentence in unknown():
        click.echo(f"Let op: {sentence}", err=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command; every failure is one sentence on stderr and a non-zero exit."""
    _speak_dutch()
    try:
        sys.exit(command.main(args=arguments, prog_name="wortel", standalone_mode=False) or 0)
    except (click.exceptions.Abort, KeyboardInterrupt):
        click.echo("Gestopt.", err=True)
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        error.show()
        sys.exit(error.exit_code)
    except click.ClickException as error:
        click.echo(f"Fout: {_sentence(error)}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        # Whoever read our output has left; closing quietly is what every well-behaved program does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except Exception as error:  # noqa: BLE001 (the last door: a sentence instead of a traceback)
        from wortel.site.cli import failures

        if failures.wants_traceback():
            traceback.print_exc()
        failures.show(failures.sentence_of(error))
        sys.exit(1)


def _sentence(error: click.ClickException) -> str:
    """What is wrong on one line; after a slip of the keyboard, also where the explanation stands."""
    said = " ".join(error.format_message().split("\n"))
    if isinstance(error, click.UsageError) and error.ctx is not None:
        return f"{said} Uitleg: {error.ctx.command_path} --help"
    return said


def _speak_dutch() -> None:
    """Click looks its own sentences up with gettext's plain functions: point those at our Dutch ones."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(Path(__file__).parent / "locale"))
