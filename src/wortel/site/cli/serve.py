"""`wortel serve`: the website on one waitress process."""

from __future__ import annotations

import errno
import signal
import sys
from types import FrameType
from typing import Any

import click
from django.conf import settings
from django.db import connections
from waitress import create_server

from wortel.site import installation
from wortel.site.worker import start_in_thread

# A page or form of ours is far smaller; what is bigger is a mistake or an attack.
MAX_HEADER_BYTES = 32_768
MAX_BODY_BYTES = 5_000_000
# Waitress holds slow clients in its event loop at no cost of a thread; its own default of 100 is soon full.
MAX_CONNECTIONS = 1_000


@click.command("serve", short_help="Start de website.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Adres waarop de website luistert.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Poort.")
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64), help="Bezoeken tegelijk.")
@click.option("--no-work", is_flag=True, help="Verstuur geen mail en doe geen dagtaken: daarvoor draait `wortel work`.")
def command(host: str, port: int, threads: int, no_work: bool) -> None:
    """Start de website. Stop met Ctrl-C.

    Staat er een proxy voor, zet dan zijn adres in WORTEL_TRUSTED_PROXY en WORTEL_HTTPS op 1. De namen waaronder
    bezoekers de website kennen staan in WORTEL_HOSTS, met een komma ertussen.
    """
    serve(host, port, threads, works=not no_work)


def serve(host: str = "127.0.0.1", port: int = 8000, threads: int = 8, *, works: bool = True) -> None:
    """Serves until it is told to stop, with a worker beside it if it `works`.

    Raises `click.ClickException`: not set up, or the port is taken.
    """
    if not installation.is_set_up():
        raise click.ClickException("Er is nog geen databank met referentiegegevens. Doe eerst: wortel setup")
    if not installation.static_files_are_current():
        raise click.ClickException("De bestanden van de website zijn niet van deze versie. Doe eerst: wortel setup")
    # What this thread opened to look around is no connection of the pool that the application sets up; left open, the
    # server's event loop would hand it to that pool when it closes the first file it sent.
    connections.close_all()
    signal.signal(signal.SIGTERM, _stop)
    server = _server(host, port, threads)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{port}"
    settings.PUBLIC_URL = settings.PUBLIC_URL or address  # for the links in mails that this worker sends
    click.echo(f"Wortel staat op {address}/ (stop met Ctrl-C)")
    # Only now: the application has set up the pool, of which this thread takes a connection of its own.
    end_work = start_in_thread() if works else lambda: None
    try:
        server.run()
    finally:
        server.close()
        end_work()
    click.echo("Gestopt.")


def _server(host: str, port: int, threads: int) -> Any:
    from wortel.site.wsgi import application  # only here: it loads every page

    try:
        return create_server(
            application,
            host=host,
            port=port,
            threads=threads,
            ident=None,
            max_request_header_size=MAX_HEADER_BYTES,
            max_request_body_size=MAX_BODY_BYTES,
            connection_limit=MAX_CONNECTIONS,
            asyncore_use_poll=True,
            channel_timeout=60,
            **_proxy(),
        )
    except OSError as error:
        raise click.ClickException(_why_not(error, host, port)) from error
    except ValueError as error:
        raise click.ClickException(f"Op het adres {host} kan deze machine niet luisteren.") from error


def _proxy() -> dict[str, object]:
    """Believes forwarded headers only from the proxy that is named; from anyone else they are dropped."""
    proxy = settings.TRUSTED_PROXY
    if not proxy:
        return {"clear_untrusted_proxy_headers": True}
    return {
        "trusted_proxy": proxy,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"},
        "clear_untrusted_proxy_headers": True,
    }


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Poort {port} op {host} is al in gebruik. Stop dat programma of kies een andere: --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Poort {port} mag je niet gebruiken. Kies er een vanaf 1024: --port 8000"
    return f"De website kan niet luisteren op {host}:{port} ({error.strerror})."


def _stop(_number: int, _frame: FrameType | None) -> None:
    """A polite request to stop: waitress finishes what it is doing."""
    sys.exit(0)
