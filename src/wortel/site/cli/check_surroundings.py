"""What `wortel check` finds about the surroundings: settings, the shared cache, mail, the disk."""

from __future__ import annotations

import shutil
import stat
from collections.abc import Iterator

from django.conf import settings
from django.core.cache import cache

from wortel.post.public import is_stuck, queue_lengths
from wortel.shell.clock import now
from wortel.shell.places import data_folder
from wortel.site import installation
from wortel.site.cli.findings import Finding, good, wrong
from wortel.site.config import unknown

LOCAL = {"127.0.0.1", "localhost", "[::1]"}


def check_config() -> Iterator[Finding]:
    """Variables nothing reads, a key others may read, a public name without https."""
    problems = [*unknown(), *_open_key(), *_open_line(), *_open_figures()]
    yield from (wrong("config", problem) for problem in problems)
    if not problems:
        yield good("config", "De instellingen zijn te lezen en veilig. Bekijk ze met: wortel config")


def check_disk() -> Iterator[Finding]:
    """Whether there is room to go on."""
    folder = data_folder()
    free = shutil.disk_usage(folder).free // 1_000_000
    if free < settings.FREE_MB_NEEDED:
        yield wrong("disk", f"Er is nog maar {free} MB vrij voor {folder}. Maak plaats vrij.")
    else:
        yield good("disk", f"Er is {free} MB vrij voor {folder}.")


def check_cache() -> Iterator[Finding]:
    """Whether the table is there that every process counts in."""
    if not installation.has_cache_table():
        yield wrong("cache", "De tabel van het gedeelde geheugen ontbreekt. Doe: wortel setup")
        return
    cache.get("wortel-check")
    yield good("cache", "Het gedeelde geheugen antwoordt.")


def check_mail() -> Iterator[Finding]:
    """Whether mail leaves, and whether any was given up."""
    at = now()
    lengths = queue_lengths(at)
    waiting = lengths["waiting"] + lengths["later"]
    if is_stuck(at):
        yield wrong("mail", f"Er wachten {waiting} mails en niemand verstuurt ze. Start: wortel work")
    elif lengths["parked"]:
        yield wrong("mail", f"{lengths['parked']} mails zijn opgegeven. Bekijk ze met: wortel post list --state parked")
    else:
        yield good("mail", f"De mail gaat weg: {waiting} wachten, geen enkele is opgegeven.")


def _open_key() -> Iterator[str]:
    key = data_folder() / "secret_key"
    if key.is_file() and stat.S_IMODE(key.stat().st_mode) & 0o077:
        yield f"Anderen op deze machine mogen {key} lezen. Doe: chmod 600 {key}"


def _open_line() -> Iterator[str]:
    public = [name for name in settings.ALLOWED_HOSTS if name not in LOCAL]
    if public and not settings.SESSION_COOKIE_SECURE:
        yield f"{public[0]} is open zonder https: wachtwoorden en cookies zijn te lezen. Zet WORTEL_HTTPS=1."


def _open_figures() -> Iterator[str]:
    public = any(name not in LOCAL for name in settings.ALLOWED_HOSTS)
    if public and settings.METRICS and not settings.METRICS_TOKEN:
        yield "Iedereen kan de cijfers op /metrics lezen. Zet WORTEL_METRICS_TOKEN, of sluit dat adres af in de proxy."
