"""What being signed in costs: the same page as a stranger and as someone with a mandate, asked in turn in one process.

python -m benchmarks.signed_in '{"size": "1/1", "repeats": 30}'
"""

from __future__ import annotations

import json
import statistics
import sys
from typing import Any

from benchmarks.measuring import Figure, not_measured, timed
from benchmarks.web import application, ask

PAGES = {"signed_in_home": "/", "signed_in_coverage": "/dekking/?jaar=2022&grenzen=2025-01-01"}


def main(asked: dict[str, Any]) -> dict[str, Any]:
    """Figures: per page the median of the differences between two requests that follow each other."""
    from wortel.actors.models import Actor

    ref = Actor.objects.order_by("ref").values_list("ref", flat=True).first()
    cookie = _signed_in(ref or "")
    pages = {**PAGES, **({"signed_in_actor": f"/actoren/{ref}/"} if ref else {})}
    return {"figures": [_both(key, path, cookie, asked).as_json() for key, path in pages.items()]}


def _both(key: str, path: str, cookie: str, asked: dict[str, Any]) -> Figure:
    for given in ("", cookie, "", cookie):  # warm
        status = ask(path, given)
        if status != 200:
            return not_measured(key, f"{path} answers {status}")
    calls = [lambda: ask(path), lambda: ask(path, cookie)] * asked["repeats"]
    wall, cpu = timed(calls)
    over, over_cpu = (tuple(b - a for a, b in zip(it[::2], it[1::2], strict=True)) for it in (wall, cpu))
    facts = {"stranger": statistics.median(wall[::2]), "signed_in": statistics.median(wall[1::2]), "path": path}
    return Figure(key, "ms", over, over_cpu, size=asked["size"], facts=facts)


def _signed_in(ref: str) -> str:
    """The cookie of a person who administers that organisation and gave a second factor."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from wortel.people.public import Person, Scope, give_mandate
    from wortel.shell.clock import now
    from wortel.trail.public import By

    at = now()
    person, _ = Person.objects.get_or_create(email="meting@example.org", defaults={"name": "Meting", "joined_at": at})
    give_mandate(By.command("bench"), person, "administrator", Scope(ref), ground="command", at=at)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session["account_authentication_methods"] = [{"method": "mfa", "at": at.timestamp()}]
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}"


if __name__ == "__main__":
    application()  # before anything asks the database: the server has connections of its own
    print(json.dumps(main(json.loads(sys.argv[1]))))
