"""Over a socket with a mail server: one talk for many letters, and what it refuses is understood."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from wortel.post.public import Message, send_waiting

pytestmark = pytest.mark.django_db


class Talk(socketserver.StreamRequestHandler):
    """The little of RFC 5321 a letter needs. Refuses addresses that begin with `weg` (550) or `druk` (451)."""

    def handle(self) -> None:
        self.server.talks += 1  # type: ignore[attr-defined]
        self.say("220 hier")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"RCPT" and b"<weg" in line:
                self.say("550 5.1.1 no such user " + line.decode().split("<")[1].strip())
            elif verb == b"RCPT" and b"<druk" in line:
                self.say("451 try later")
            elif verb == b"DATA":
                self.say("354 ga door")
                letter = b""
                while not letter.endswith(b"\r\n.\r\n"):
                    letter += self.rfile.readline()
                self.server.letters.append(letter.decode())  # type: ignore[attr-defined]
                self.say("250 ok")
            elif verb == b"QUIT":
                self.say("221 dag")
                return
            else:
                self.say("250 ok")

    def say(self, line: str) -> None:
        self.wfile.write(line.encode() + b"\r\n")


@pytest.fixture
def mail_server(settings: Any) -> Iterator[Any]:
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        server.talks, server.letters = 0, []  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address[:2]
        yield server
        server.shutdown()


def test_many_letters_go_in_one_talk(write, clock, mail_server):
    for number in range(5):
        write(f"invitation:{number}")
    assert send_waiting(clock).sent == 5
    assert (mail_server.talks, len(mail_server.letters)) == (1, 5)


def test_what_it_refuses_for_good_is_parked_and_what_it_refuses_now_waits(write, clock, mail_server):
    write("invitation:1", recipient="weg@example.org")
    write("invitation:2", recipient="druk@example.org")
    write("invitation:3")
    done = send_waiting(clock)
    assert (done.sent, done.failed, done.parked) == (1, 1, 1)
    parked = Message.objects.get(parked_at__isnull=False)
    assert parked.key == "invitation:1"
    assert parked.last_error.startswith("SMTPRecipientsRefused: 550")
    assert "weg@" not in parked.last_error


def test_a_server_that_hangs_up_costs_a_try_and_no_mail(write, clock, mail_server, monkeypatch):
    monkeypatch.setattr(Talk, "handle", lambda talk: talk.say("421 straks"))
    write()
    assert send_waiting(clock).is_server_away
    message = Message.objects.get()
    assert (message.attempts, message.parked_at, message.lease_until) == (1, None, None)


def test_the_letter_arrives_as_it_was_written(write, clock, mail_server):
    write(text="Dag Zoë,\n\n.een regel die met een punt begint\nFrom hier")
    send_waiting(clock)
    (letter,) = mail_server.letters
    assert "Dag Zoë," in letter
    assert "\r\n..een regel" in letter
    assert "\r\nTo: an@example.org\r\n" in letter
