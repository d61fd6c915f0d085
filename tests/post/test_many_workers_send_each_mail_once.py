"""Workers side by side send each mail once; one that is killed loses nothing; one that is told to stop finishes."""

from __future__ import annotations

import subprocess
import time
from collections import Counter
from collections.abc import Iterator

import pytest
from installation import Installation, new_installation

THREADS = """
import threading
from django.db import connections
from wortel.post.public import send_waiting
from wortel.shell.clock import now
sent, ready = [], threading.Barrier(4)
def work():
    ready.wait()
    sent.append(send_waiting(now).sent)
    connections.close_all()
threads = [threading.Thread(target=work) for _ in range(4)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(sum(sent))
"""
# Half of each 20 ms lies between sending a mail and writing down that it was sent.
SLOW = """
import time
from wortel.post.mail_files import EmailBackend
send = EmailBackend.send_messages
def slowly(backend, mails):
    time.sleep(0.01)
    sent = send(backend, mails)
    time.sleep(0.01)
    return sent
EmailBackend.send_messages = slowly
"""
WORK = SLOW + "main(['work'])"
ONCE = "main(['work', '--once'])"
LEASES_END = """
from wortel.post.models import Message
Message.objects.filter(sent_at=None).update(lease_until=None)
"""
LEFT = """
from wortel.post.models import Message
print(Message.objects.filter(sent_at=None).count())
"""
HELD = LEFT.replace("sent_at=None", "sent_at=None, lease_until__isnull=False")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    with new_installation(tmp_path_factory.mktemp("post")) as made:
        yield made


def count(installed: Installation, prefix: str) -> Counter[tuple[str, str]]:
    return Counter(mail for mail in installed.mails() if mail[0].startswith(prefix))


def test_four_threads_send_each_mail_once(installed):
    installed.write(100, 160)
    assert installed.run(THREADS).strip() == "60"
    assert sorted(count(installed, "an1").values()) == [1] * 60


def test_two_processes_send_each_mail_once(installed):
    installed.write(200, 240)
    workers = [installed.start(ONCE) for _ in range(2)]
    assert [worker.wait(timeout=120) for worker in workers] == [0, 0]
    assert sorted(count(installed, "an2").values()) == [1] * 40


def start_and_wait_for(installed: Installation, mails: int) -> subprocess.Popen[str]:
    """A slow worker that has sent that many mails, and is busy with the next."""
    until, there = time.monotonic() + 60, len(installed.files())
    worker = installed.start(WORK)
    while len(installed.files()) < there + mails:
        assert time.monotonic() < until, "the worker sent nothing"
        time.sleep(0.005)
    return worker


def test_a_worker_killed_in_the_middle_loses_no_mail_and_makes_no_other(installed):
    installed.write(300, 340)
    for _ in range(2):
        worker = start_and_wait_for(installed, 5)
        worker.kill()
        worker.communicate()
        installed.run(LEASES_END)
    installed.run(ONCE)
    assert installed.run(LEFT).strip() == "0"
    found = count(installed, "an3")
    assert {recipient for recipient, _ in found} == {f"an{n}@example.org" for n in range(300, 340)}
    assert len(found) == 40, "sent twice is possible, under two numbers is not"


def test_a_worker_told_to_stop_finishes_its_mail(installed):
    installed.write(400, 500)
    worker = start_and_wait_for(installed, 5)
    worker.terminate()
    said, wrong = worker.communicate(timeout=60)
    assert worker.returncode == 0, wrong
    assert said.endswith("Gestopt.\n")
    assert 0 < int(installed.run(LEFT)) < 100
    assert installed.run(HELD).strip() == "0", "no mail was left half-way"
    installed.run(ONCE)
    assert sorted(count(installed, "an4").values()) == [1] * 100
