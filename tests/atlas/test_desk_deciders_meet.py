"""Many decide on one matter in the same instant: one is heard, the others read who it was; one mail, one entry."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

if __name__ == "__main__":  # as a program of its own, on a database in a file
    from wortel.site.cli.main import open_django

    open_django()

from wortel.atlas.actions.decide_matter import DecidedMeanwhile, decide_matter
from wortel.atlas.desk.one_matter import matter_of
from wortel.atlas.domain.matter import Matter, Room
from wortel.post.models import Message
from wortel.replies.models import Reply
from wortel.trail.models import Entry
from wortel.trail.public import By

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
DECIDERS = 8


def decide(number: int, matter: Matter) -> str:
    """`decided`, or by whom it was when this one came too late."""
    try:
        decide_matter(By("page", person=f"p{number}"), matter, accepted=bool(number % 2), answer="Zo is het.", at=AT)
    except DecidedMeanwhile as meanwhile:
        return meanwhile.decided.by if meanwhile.decided else "nobody"
    finally:
        connection.close()
    return "decided"


def expect_one_decision() -> None:
    Reply.objects.create(
        ref="x", kind="dispute", state="open", target="municipality:44021", target_label="Gent", nis="44021",
        target_path="/gemeenten/44021/", message="…", author_email="a@example.org", created_at=AT, confirmed_at=AT,
    )  # fmt: skip
    matter = matter_of(Room.REPLY, "x", AT.date())
    assert matter is not None
    with ThreadPoolExecutor(DECIDERS) as pool:
        heard = list(pool.map(lambda number: decide(number, matter), range(DECIDERS)))
    winner = f"p{heard.index('decided')}"
    assert sorted(heard) == sorted(["decided", *[winner] * (DECIDERS - 1)])
    assert Reply.objects.get().decided_by == winner
    assert (Message.objects.count(), Entry.objects.filter(verb="reply.decided").count()) == (1, 1)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif("connection.vendor == 'sqlite'", reason="the threads would share one connection: see below")
def test_of_many_who_decide_at_once_one_is_heard() -> None:
    expect_one_decision()


def test_of_many_who_decide_at_once_one_is_heard_in_a_file(tmp_path: Path) -> None:
    surroundings = {"PATH": os.environ["PATH"], "WORTEL_DATA": str(tmp_path), "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(
        [sys.executable, __file__], env=surroundings, check=False, capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    expect_one_decision()
