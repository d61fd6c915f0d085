"""Somebody takes over while another ends the same mandate, or two leave at once: none waits for ever, one stays."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "post"))
from installation import Installation, new_installation

BEGIN = """
import json, threading
from allauth.account.models import EmailAddress
from django.db import connections, transaction
from wortel.people.models import Mandate, Person
from wortel.people.public import NotAllowed, Scope, Wish, give_mandate, invite
from wortel.people.queries import administrators
from wortel.shell.clock import now
from wortel.trail.public import By, leave

faults, said = [], []
COMMAND = By.command("tests")

def person(name):
    made = Person.objects.create(email=f"{name}@example.org", name=name, joined_at=now())
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made

def administrator(name, club):
    made = person(name)
    return made, give_mandate(COMMAND, made, "administrator", Scope(club), ground="command", at=now())

def together(*works):
    ready = threading.Barrier(len(works))
    def run(work):
        try:
            ready.wait()
            work()
        except Exception as wrong:
            faults.append(repr(wrong))
        finally:
            connections.close_all()
    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
"""
SUCCESSION = (
    BEGIN
    + """
from wortel.people.actions.accept_invitation import accept_invitation

for nth in range(8):
    club = f"club-{nth}"
    (noor, hers), (bram, _) = administrator(f"noor{nth}", club), administrator(f"bram{nth}", club)
    zoe = person(f"zoe{nth}")
    wish = Wish(zoe.email, "administrator", Scope(club), succeeds=hers.ref, organisation_name="Club")
    asked = invite(By("page", person=bram.ref), wish, site="https://wortel.example", at=now())
    held, written = threading.Event(), threading.Event()

    def end():
        # What end_mandate does, slowly: first the row, last the trail.
        with transaction.atomic():
            list(Mandate.objects.select_for_update().filter(ref=hers.ref))
            held.set()
            written.wait(0.3)
            leave(COMMAND, "mandate.ended", f"mandate:{hers.ref}", at=now())

    def accept():
        held.wait(5)
        accept_invitation(By("page", person=zoe.ref), asked.ref, zoe, at=now())

    together(end, accept)
    said.append(len(administrators(club, now().date())))
print(json.dumps([faults, said]))
"""
)
LEAVING = (
    BEGIN
    + """
from wortel.privacy.public import CannotErase, erase_person

for nth in range(10):
    club = f"school-{nth}"
    leavers = [administrator(f"{name}{nth}", club)[0] for name in ("an", "jo")]

    def leave_of(who):
        def go():
            try:
                erase_person(By("page", person=who.ref), who.ref, why="asked", at=now())
            except CannotErase:
                pass
        return go

    together(*(leave_of(who) for who in leavers))
    said.append(len(administrators(club, now().date())))
print(json.dumps([faults, said]))
"""
)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with new_installation(tmp_path_factory.mktemp("meeting")) as made:
        yield made


def test_a_successor_and_who_ends_the_mandate_do_not_wait_for_each_other(installed: Installation) -> None:
    assert json.loads(installed.run(SUCCESSION)) == [[], [2] * 8]


def test_of_two_last_administrators_who_erase_themselves_one_stays(installed: Installation) -> None:
    assert json.loads(installed.run(LEAVING)) == [[], [1] * 10]
