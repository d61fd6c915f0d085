"""Kills a writer at random moments, many times, and counts what was lost."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path

from drills import ground, writer
from drills.sending import drained, mails_sent, use_sink

SHORTEST, LONGEST = 0.03, 0.45
"""Seconds between the first word of a writer and its end."""


@dataclass(frozen=True, slots=True)
class Found:
    """What stood after all kills. `lost` was acknowledged and is gone; `half` has a part of its rows only."""

    kills: int
    acknowledged: int
    kept: int
    lost: int
    half: int
    chain_faults: int
    mails: int
    mails_never_sent: int
    mails_under_two_keys: int
    seconds: float

    @property
    def is_whole(self) -> bool:
        """Nothing lost, nothing half, every mail sent under its one key."""
        faults = (self.lost, self.half, self.chain_faults, self.mails_never_sent, self.mails_under_two_keys)
        return self.acknowledged > 0 and not any(faults)

    def as_json(self) -> dict[str, float | int]:
        """For the figures."""
        return asdict(self)


def crash(kills: int, seed: int, fault: str = "") -> Found:
    """Kills that many writers one after the other on an empty installation, then looks at what is there."""
    began = time.monotonic()
    with ground.installation() as folder:
        use_sink(folder)
        chance = random.Random(seed)
        acknowledged = writer.warmed_up()
        for _ in range(kills):
            acknowledged += _one_life(chance.uniform(SHORTEST, LONGEST), fault)
        return _looked_at(folder, kills, acknowledged, began)


def _one_life(seconds: float, fault: str) -> list[str]:
    """Starts a writer, lets it write that long after its first word, kills it; the refs it said were kept."""
    listen, say = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(listen)
        if fault:  # what is spoilt stumbles all the time, and says so at length
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        try:
            writer.write_for_ever(say, fault)
        finally:
            os._exit(1)  # a writer never returns: whatever it raised was printed, and must not run the drill's own end
    os.close(say)
    try:
        heard = _listen(listen, seconds)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        while rest := os.read(listen, 65536):
            heard += rest
    finally:
        os.close(listen)
    # A line cut off by the kill was not heard, so it was not acknowledged.
    return heard.decode()[: heard.rfind(b"\n") + 1].split()


def _listen(listen: int, seconds: float) -> bytes:
    heard = b""
    until = time.monotonic() + 20
    while (left := until - time.monotonic()) > 0:
        if not select.select([listen], [], [], left)[0]:
            continue
        got = os.read(listen, 65536)
        if not got:
            break
        if not heard:
            until = time.monotonic() + seconds
        heard += got
    return heard


def _looked_at(folder: Path, kills: int, acknowledged: list[str], began: float) -> Found:
    from wortel.post.models import Message
    from wortel.replies.models import Reply
    from wortel.trail.models import Entry

    _wait_for_the_dead()
    faults = chain_faults()
    rows = set(Reply.objects.values_list("ref", flat=True))
    entries = {thing.partition(":")[2] for thing in Entry.objects.values_list("thing", flat=True)}
    mails = {key.split(":")[1] for key in Message.objects.values_list("key", flat=True)}
    whole = rows & entries & mails
    drained()
    sent = mails_sent(folder)
    keys_per_mailbox = Counter(mailbox for mailbox, _ in set(sent))
    mailboxes = set(Reply.objects.values_list("author_email", flat=True))
    return Found(
        kills=kills,
        acknowledged=len(acknowledged),
        kept=len(whole),
        lost=len(set(acknowledged) - whole),
        half=len((rows | entries | mails) - whole),
        chain_faults=faults,
        mails=len(sent),
        mails_never_sent=len(mailboxes - set(keys_per_mailbox)),
        mails_under_two_keys=sum(1 for count in keys_per_mailbox.values() if count > 1),
        seconds=round(time.monotonic() - began, 1),
    )


def _wait_for_the_dead() -> None:
    """PostgreSQL may still be finishing what a killed client asked last."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return
    for _ in range(100):
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            if cursor.fetchone()[0] == 0:
                return
        time.sleep(0.1)


def chain_faults() -> int:
    """How many links of the trail do not fit, worked out here from the rows themselves."""
    from wortel.trail.actions.leave import cells
    from wortel.trail.domain.chain import GENESIS, details_fingerprint, link
    from wortel.trail.models import Details, Entry, Head

    faults, previous, number = 0, GENESIS, 0
    details = dict(Details.objects.values_list("entry_id", "text"))
    for entry in Entry.objects.order_by("number").iterator():
        number += 1
        fits = entry.number == number and entry.hash == link(previous, cells(entry))
        faults += not fits or entry.details_hash != details_fingerprint(details.get(entry.number, ""))
        previous, number = entry.hash, entry.number
    head = Head.objects.filter(only=True).values_list("number", "hash").first()
    return faults + (head != (number, previous))
