"""Fifty people edit one profile at once: every version that was accepted is in the last one, or was refused in time."""

from __future__ import annotations

import json
import os
import threading
import time
from dataclasses import asdict, dataclass

from drills import ground

PROCESSES = 5
REF = "oefening"
WISHES = 4
"""How many changes each client brings in; it reads again and merges until each is accepted."""


@dataclass(frozen=True, slots=True)
class Found:
    """`accepted` versions were acknowledged, `refused` because somebody was first; `lost` are accepted and gone."""

    clients: int
    accepted: int
    refused: int
    final_version: int
    lost: int
    trail_entries: int
    chain_faults: int
    errors: int
    seconds: float

    @property
    def is_whole(self) -> bool:
        """Every client got its changes in, each counted once, and none took away another's."""
        return (
            self.errors == self.lost == self.chain_faults == 0
            and self.accepted == self.final_version == self.trail_entries == self.clients * WISHES
        )

    def as_json(self) -> dict[str, float | int]:
        """For the figures."""
        return asdict(self)


def concurrency(clients: int, fault: str = "") -> Found:
    """All clients at once on an empty installation; `fault` "no-version-check" saves over whatever stands."""
    with ground.installation():
        if fault == "no-version-check":
            _take_the_check_away()
        began = time.monotonic()
        told = [_process(first, clients // PROCESSES) for first in range(0, clients, clients // PROCESSES)]
        results = [json.loads(_all_of(listen, child)) for listen, child in told]
        return _looked_at(clients, results, time.monotonic() - began)


def _process(first: int, clients: int) -> tuple[int, int]:
    listen, say = os.pipe()
    child = os.fork()
    if child:
        os.close(say)
        return listen, child
    result = {"accepted": [], "refused": 0, "errors": 0}
    try:
        threads = [threading.Thread(target=_client, args=(first + number, result)) for number in range(clients)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        os.write(say, json.dumps(result).encode())
    finally:
        os._exit(0)


def _all_of(listen: int, child: int) -> bytes:
    heard = b""
    while part := os.read(listen, 65536):
        heard += part
    os.close(listen)
    os.waitpid(child, 0)
    return heard


def _client(number: int, result: dict[str, list[str] | int]) -> None:
    """Reads, adds its own word to the description, saves; refused, it reads again and adds its word to theirs."""
    from django.db import connection

    from wortel.organisations.actions import save_draft as saving
    from wortel.organisations.domain.merging import Version
    from wortel.organisations.models import OwnProfile
    from wortel.shell.clock import now
    from wortel.trail.public import By

    accepted: list[str] = []
    refused = errors = 0
    for wish in range(WISHES):
        word = f"w{number}.{wish}"
        while word not in accepted:
            row = OwnProfile.objects.filter(actor=REF).first()
            said = row.values.get("description", "") if row else ""
            wanted = Version({"name": "Oefening", "description": f"{said} {word}".strip()}, {})
            try:
                saving.save_draft(By("page", person=f"p{number}"), REF, row.version if row else 0, wanted, now())
                accepted.append(word)
            except saving.ChangedMeanwhile:
                refused += 1
            except Exception:  # noqa: BLE001  (whatever stumbles is counted: the drill fails on it)
                errors += 1
                break
    connection.close()
    with _COUNTING:
        result["accepted"] += accepted  # type: ignore[operator]
        result["refused"] += refused  # type: ignore[operator]
        result["errors"] += errors  # type: ignore[operator]


_COUNTING = threading.Lock()


def _looked_at(clients: int, results: list[dict[str, object]], seconds: float) -> Found:
    from drills.crash import chain_faults
    from wortel.organisations.models import OwnProfile
    from wortel.trail.models import Entry

    row = OwnProfile.objects.get(actor=REF)
    standing = set(row.values["description"].split())
    accepted = [word for result in results for word in result["accepted"]]  # type: ignore[attr-defined]
    return Found(
        clients=clients,
        accepted=len(accepted),
        refused=sum(result["refused"] for result in results),  # type: ignore[misc]
        final_version=row.version,
        lost=len(set(accepted) - standing),
        trail_entries=Entry.objects.filter(verb="profile.drafted").count(),
        chain_faults=chain_faults(),
        errors=sum(result["errors"] for result in results),  # type: ignore[misc]
        seconds=round(seconds, 1),
    )


def _take_the_check_away() -> None:
    """The fault this drill must be able to find: the last one to save wins."""
    from wortel.organisations.actions import save_draft as saving

    saving.locked = lambda ref, _number, at: saving.lock_organisation(ref, at)
