"""Two administrators end each other at the same moment: one stays, whoever was first, on both engines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).resolve().parents[2] / "post"))
from installation import Installation, new_installation

ROUNDS = 15
DUEL = """
import json, threading
from django.db import connections
from wortel.people.actions.end_mandate import end_mandate
from wortel.people.models import Person
from wortel.people.public import Scope, give_mandate
from wortel.people.queries import administrators
from wortel.people.refused import NotAllowed
from wortel.shell.clock import now
from wortel.trail.public import By

RULE_OFF = {rule_off}
if RULE_OFF:
    from wortel.people.actions import end_mandate as module
    from wortel.kernel.verdict import Verdict
    module.is_last = lambda *_: False
    module.ask_signer = lambda *_: Verdict.yes("people.anyone")

def strike(signer, mandate, ready, refusals):
    try:
        ready.wait()
        end_mandate(By("page", person=signer.ref), mandate.ref, why="", at=now())
    except NotAllowed as refused:
        refusals.append(refused.reason.key)
    except Exception as wrong:
        faults.append(repr(wrong))
    finally:
        connections.close_all()

outcomes, faults = [], []
for nth in range({first}, {first} + {rounds}):
    duellists = []
    for name in ("noor", "bram"):
        person = Person.objects.create(email=f"{{name}}{{nth}}@example.org", name=name, joined_at=now())
        by = By.command("tests")
        club = Scope(f"club-{{nth}}")
        duellists.append((person, give_mandate(by, person, "administrator", club, ground="command", at=now())))
    (noor, hers), (bram, his) = duellists
    ready, refusals = threading.Barrier(2), []
    threads = [threading.Thread(target=strike, args=(*each, ready, refusals)) for each in ((noor, his), (bram, hers))]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    outcomes.append([len(refusals), len(administrators(f"club-{{nth}}", now().date()))])
assert not faults, faults
print(json.dumps(outcomes))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with new_installation(tmp_path_factory.mktemp("duel")) as made:
        yield made


def test_one_is_refused_and_one_stays_every_time(installed: Installation) -> None:
    outcomes = json.loads(installed.run(DUEL.format(first=0, rounds=ROUNDS, rule_off=False)))
    assert outcomes == [[1, 1]] * ROUNDS


def test_without_the_rule_nobody_would_stay(installed: Installation) -> None:
    outcomes = json.loads(installed.run(DUEL.format(first=100, rounds=1, rule_off=True)))
    assert outcomes == [[0, 0]]
