"""A process that writes as fast as it can until it is killed, and says each write it was told is kept.

It files replies (row, mail in the outbox, entry in the trail: one transaction), and sends the mails of the outbox, in
threads beside each other, as a running site does.
"""

from __future__ import annotations

import os
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

CLIENTS = 3
FAULTS = ("", "no-transaction", "early-word")


def write_for_ever(words: int, fault: str, *, sends: bool = True) -> None:
    """Never returns. One line per kept write goes to the file descriptor `words`; `fault` spoils it on purpose."""
    if fault == "no-transaction":
        _take_transactions_away()
    senders = [threading.Thread(target=_send_for_ever, daemon=True)] if sends else []
    clients = [threading.Thread(target=_client, args=(words, fault), daemon=True) for _ in range(CLIENTS)]
    for thread in (*senders, *clients):
        thread.start()
    for thread in clients:
        thread.join()


def warmed_up() -> list[str]:
    """Writes one reply here, so that every process forked from this one has its templates and sentences loaded."""
    from django.db import connections

    from drills.sending import drained

    refs = [_filing()()]
    drained()
    connections.close_all()
    return refs


def _client(words: int, fault: str) -> None:
    file_one = _filing(lambda ref: os.write(words, f"{ref}\n".encode())) if fault == "early-word" else _filing()
    while True:
        ref = file_one()
        if fault != "early-word":
            os.write(words, f"{ref}\n".encode())


def _filing(before_commit: Callable[[str], object] | None = None) -> Callable[[], str]:
    """Files one reply and gives its ref."""
    from django.db import transaction

    from wortel.replies.actions.file_reply import Author, file_reply
    from wortel.replies.public import Target
    from wortel.shell.clock import now
    from wortel.trail.public import By

    target = Target("municipality:44021", "Gent", "/gemeenten/44021/")

    def file_one() -> str:
        author = Author("Oefening", f"{secrets.token_hex(8)}@example.org")
        with _maybe(transaction.atomic, before_commit is not None):
            reply = file_reply(
                By("page", request="drill"),
                target,
                "correction",
                author,
                "Oefening.",
                "http://localhost",
                now(),
            )
            if before_commit is not None:
                before_commit(reply.ref)
        return reply.ref

    return file_one


@contextmanager
def _maybe(block: Callable[[], Any], wanted: bool) -> Iterator[None]:
    if not wanted:
        yield
        return
    with block():
        yield


def _send_for_ever() -> None:
    from drills.sending import send_for_ever

    send_for_ever()


def _take_transactions_away() -> None:
    """The fault this drill must be able to find: every statement for itself."""
    from contextlib import nullcontext

    from django.db import transaction
    from django.db.models import QuerySet

    from wortel.trail.actions import leave as leaving

    class Pretending:
        in_atomic_block = True

        def __getattr__(self, name: str) -> Any:
            from django.db import connection

            return getattr(connection, name)

    transaction.atomic = lambda *_args, **_named: nullcontext()  # type: ignore[assignment,misc]
    QuerySet.select_for_update = lambda self, *_args, **_named: self  # type: ignore[method-assign]
    leaving.connection = Pretending()  # type: ignore[assignment]
