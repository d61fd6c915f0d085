"""Asks for everything with nonsense in it: every page, every form, every API question; counts failures of ours."""

from __future__ import annotations

import random
import time
from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

from drills import ground

PIECES = (
    "\x00", "a\x00b", "\ud800", "\udfff\ud800", "\ufffe", "\u202ekcab", "\u0645\u0631\u062d\u0628\u0627", "🌱" * 50,
    "\U0001f469\u200d\U0001f52c", "e\u0301" * 40, "\r\nSet-Cookie: x=1",
    "' OR 1=1--", '"); DROP TABLE people_person;--',
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{7*7}}", "${7*7}", "%00", "%s%n", "../../etc/passwd",
    "//kwaad.example", "javascript:alert(1)", "=1+1", "NaN", "Infinity", "-1", "0", "1e309", "9" * 400,
    "9223372036854775808", "0000-00-00", "9999-12-31", "2025-02-30", "\u0660\u0661\u0662", "true", "null", "",
    " ", "\t",
    "a" * 5000, "x" * 1_000_001, "naam@example.org", "naam@example.org\nBcc: x@example.org", "[]", "{}",
)  # fmt: skip
"""What people, programs and attackers type."""


@dataclass(frozen=True, slots=True)
class Found:
    """How many requests of each kind, and how many were answered by a failure of ours."""

    page_requests: int
    form_requests: int
    api_requests: int
    server_errors: int
    scripts_given_back: int
    seconds: float
    statuses: dict[str, int]
    failures: tuple[str, ...]

    @property
    def requests(self) -> int:
        """All together."""
        return self.page_requests + self.form_requests + self.api_requests

    def as_json(self) -> dict[str, Any]:
        """For the figures."""
        return {"requests": self.requests, **asdict(self)}


def fuzz(requests: int, seed: int) -> Found:
    """At least that many, divided over pages, forms and the API, as a stranger and as people with every right."""
    with ground.installation():
        import sys

        sys.path.insert(0, str(ground.ROOT / "tests" / "permissions"))
        return _asked(requests, random.Random(seed))


def _asked(requests: int, chance: random.Random) -> Found:
    from django.conf import settings
    from django.db import transaction
    from the_cast import settle
    from the_routes import address, routes
    from the_world import make_world

    from wortel.shell.clock import now
    from wortel.territory.public import load_reference
    from wortel.trail.public import By

    settings.ALLOWED_HOSTS = ["testserver"]
    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"  # nothing was gathered: no files are asked for
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
    load_reference(By.command("drill"), now())
    world = make_world(settle())
    kinds: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    failures: list[str] = []
    scripts = 0
    began = time.monotonic()
    every = list(routes().items())
    while sum(kinds.values()) < requests:
        for key, parameters in every:
            filled = {**world.filled, **_nonsense_in(parameters, key[0], chance)}
            try:
                path = address(key, parameters, filled)
            except Exception:  # noqa: BLE001  (an address that cannot be written cannot be asked for)
                continue
            visitor = world.cast[chance.choice(list(world.cast))]
            with transaction.atomic():
                answer = visitor.ask(key[1], path, _data(key, chance))
                transaction.set_rollback(True)
            kinds["form" if key[1] == "POST" else "api" if path.startswith("/api/") else "page"] += 1
            statuses[str(answer.status_code)] += 1
            body = b"".join(answer.streaming_content) if answer.streaming else answer.content
            scripts += b"<script>alert(1)" in body
            if answer.status_code >= 500 and key[0] != "/klaar":
                failures.append(f"{key[1]} {path[:80]} as {visitor.part.column}")
    return Found(
        kinds["page"], kinds["form"], kinds["api"], len(failures), scripts, round(time.monotonic() - began, 1),
        dict(sorted(statuses.items())), tuple(failures[:10]),
    )  # fmt: skip


def _nonsense_in(parameters: tuple[str, ...], name: str, chance: random.Random) -> dict[str, str]:
    """One in three addresses has nonsense where a name should stand."""
    if not parameters or chance.random() > 0.33:
        return {}
    return {f"{name}:{each}": _writable(chance.choice(PIECES)) or "x" for each in parameters}


def _data(key: tuple[str, str], chance: random.Random) -> dict[str, Any]:
    """Fields that the site knows and fields it does not, each with nonsense; one value may stand there twice."""
    names = chance.sample(NAMES, chance.randint(0, 6))
    values = {name: [_writable(chance.choice(PIECES)) for _ in range(chance.choice((1, 1, 1, 2)))] for name in names}
    if key[1] == "GET":
        return {name: [value[:3000] for value in several] for name, several in values.items()}
    return values


def _writable(text: str) -> str:
    """A lone surrogate goes over the wire as the bytes that stand for it."""
    return text.encode("utf-8", "surrogateescape" if "\udc80" <= text[:1] <= "\udcff" else "replace").decode()


NAMES = tuple(
    (
        "q jaar grenzen dag tegenover indeling vorm tabel provincie referentieregio orde pagina gemeente status soort "
        "bij straal weergave vak o next login email code name message author_name author_email organisation capacity "
        "until why token action accepted decision answer version base description stem_work website mail phone address "
        "postcode place working_area languages accessibility other_names visibility_mail partner what sessions rhythm "
        "kind confirm year on boundaries nis scheme from to size page sort near km sector ref opvolger-van wat reden"
    ).split()
)
