"""What a visitor does to sign in, and the mail they get."""

from __future__ import annotations

import re

from django.test import Client

from wortel.post.models import Message

ADDRESS = "noor.peeters@example.org"


def newest_mail(to: str = ADDRESS) -> Message:
    return Message.objects.filter(recipient=to).latest("pk")


def code_in(text: str) -> str:
    found = re.search(r"^([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})$", text, re.MULTILINE)
    assert found is not None, text
    return found[1]


def ask_code(client: Client, address: str = ADDRESS) -> str:
    """Asks a code as a visitor does; the code of the mail."""
    answer = client.post("/aanmelden/", {"email": address})
    assert answer.status_code == 302, answer.content.decode()
    return code_in(newest_mail(address).text)
