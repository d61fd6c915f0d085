"""Mail leaves by the outbox: only the post room calls Django's mail, and every kind of mail is in its table."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from wortel.post.domain.kinds import KINDS

POST = "post/"
SENDERS = ("django.core.mail", "smtplib")


def test_only_the_post_room_sends_mail(modules: Mapping[str, ast.Module]) -> None:
    assert [name for name, tree in modules.items() if not name.startswith(POST) and list(sends(tree))] == []


def test_a_sender_is_found_when_there_is_one() -> None:
    sown = "from django.core.mail import send_mail\nimport smtplib\nfrom django.core import mail\nuser.email_user(1, 2)"
    assert list(sends(ast.parse(sown))) == [1, 2, 3, 4]


def test_every_kind_that_is_mailed_is_in_the_table(modules: Mapping[str, ast.Module]) -> None:
    named = {kind for tree in modules.values() for kind in kinds_mailed(tree)}
    assert named
    assert named - set(KINDS) == set()


def sends(tree: ast.Module) -> Iterator[int]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Attribute) and node.attr in {"email_user", "mail_admins", "mail_managers"}:
            names = [SENDERS[0]]
        else:
            continue
        if any(name.startswith(SENDERS) for name in names):
            yield node.lineno


def kinds_mailed(tree: ast.Module) -> Iterator[str]:
    """The kinds that stand as text in calls of `put_in_outbox`; those worked out elsewhere fail when they are used."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "put_in_outbox":
            for given in node.args[1:2]:
                yield from (
                    part.value
                    for part in ast.walk(given)
                    if isinstance(part, ast.Constant) and isinstance(part.value, str)
                )
