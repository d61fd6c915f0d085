"""`wortel work`: sends mail and does the jobs of the day, beside a website started with `--no-work`."""

from __future__ import annotations

import signal
from types import FrameType

import click

from wortel.site import installation
from wortel.site.worker import Worker


@click.command("work", short_help="Verstuur mail en doe de taken van de dag.")
@click.option("--once", is_flag=True, help="Doe wat nu klaarstaat en stop.")
def command(once: bool) -> None:
    """Verstuur mail en doe de taken van de dag, tot je het stopt.

    `wortel serve` doet dit ook zelf. Draai dit apart als de website met --no-work gestart is, of als er meer dan één
    machine is: meer werkers tegelijk mag, elke mail vertrekt één keer. Bij een stopsein gaat eerst de mail weg waar hij
    aan bezig is.
    """
    if installation.missing_migrations():
        raise click.ClickException("De databank is nog niet klaar of van een oudere versie. Doe eerst: wortel setup")
    worker = Worker(rest=lambda: None)

    def stop(_number: int, _frame: FrameType | None) -> None:
        worker.stop.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    if once:
        _once(worker)
        return
    click.echo("De werker draait (stop met Ctrl-C).")
    worker.run()
    click.echo("Gestopt.")


def _once(worker: Worker) -> None:
    for sentence in worker.run_jobs():
        click.echo(sentence)
    while worker.is_asked() and (said := worker.run_asked()):
        click.echo(said)
    done = worker.turn()
    click.echo(f"{done.sent} mails verstuurd, {done.failed} uitgesteld, {done.parked} opgegeven.")
    if done.is_server_away:
        raise click.ClickException(
            "De mailserver antwoordt niet. Kijk WORTEL_SMTP_HOST en WORTEL_SMTP_PORT na; "
            "`wortel post list` toont wat er misging."
        )
