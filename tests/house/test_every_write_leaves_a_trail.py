"""Every action that writes leaves an entry on the trail, or is part of one that does."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import pytest
from test_only_actions_write import writing_lines

from wortel.trail.wording import SENTENCES

PART_OF_ANOTHER: Mapping[str, str] = {
    "actors/actions/project_records.py": "shows what an import, an undoing or a statement changed; those leave it",
    "coverage/actions/show_records.py": "shows what an import, an undoing or a statement changed; those leave it",
    "exchange/actions/keeping.py": "saves the row for the action that takes a step with it; that one leaves it",
    "intake/actions/forget_fiction.py": "a step of removing the demo world, which leaves it",
    "people/actions/forget_sessions.py": "sessions that are over by the clock; ending one oneself leaves it",
    "post/actions/claim_mail.py": "the outbox at work: the mail's own row says what became of it",
    "post/actions/finish_mail.py": "the outbox at work: the mail's own row says what became of it",
    "post/actions/forget_sent.py": "empties old mails by the clock, each the same way; the job says how many",
    "post/actions/gather_digests.py": "the outbox at work: puts waiting notices together in one mail",
    "post/actions/put_in_outbox.py": "part of the action the mail is about, which leaves it",
    "post/actions/run_daily.py": "notes that a job of the day ran; what the job writes leaves its own",
    "trail/actions/leave.py": "is the trail",
}
"""Actions that leave no entry themselves, each with the reason."""


def test_every_write_leaves_a_trail(modules: Mapping[str, ast.Module]) -> None:
    silent = {name for name, tree in modules.items() if "/actions/" in name and writes(tree) and not leaves(tree)}
    assert silent - set(PART_OF_ANOTHER) == set()


def test_no_exception_is_kept_that_is_not_needed(modules: Mapping[str, ast.Module]) -> None:
    needed = {name for name in PART_OF_ANOTHER if name in modules and writes(modules[name])}
    assert set(PART_OF_ANOTHER) - needed == set()


def test_every_verb_has_its_sentence(modules: Mapping[str, ast.Module]) -> None:
    said = {verb for tree in modules.values() for verb in verbs(tree)}
    assert said - set(SENTENCES) == set()


@pytest.mark.parametrize(
    "sown",
    [
        "Row.objects.create(a=1)",
        "row.save()",
        "Row.objects.filter(a=1).update(a=2)",
        "cursor.execute('DELETE FROM row')",
        "write_rows(COLUMNS, rows)",
    ],
)
def test_an_action_that_writes_in_silence_is_found(sown: str) -> None:
    silent = ast.parse(f"def act():\n    {sown}")
    assert writes(silent)
    assert not leaves(silent)
    assert leaves(ast.parse(f"def act():\n    {sown}\n    leave(by, 'row.made', 'row:1', at=at)"))


def test_a_verb_without_a_sentence_is_found() -> None:
    assert verbs(ast.parse("leave(by, 'row.made' if new else 'row.found', 'row:1', at=at)")) == {
        "row.made",
        "row.found",
    }


def writes(tree: ast.Module) -> bool:
    return any(writing_lines(tree)) or any(_name(call.func) == "write_rows" for call in _calls(tree))


def leaves(tree: ast.Module) -> bool:
    """Calls `leave`, or a step of it that a room named for itself (`leave_naming`)."""
    return any(_name(call.func) == "leave" or _name(call.func).startswith("leave_") for call in _calls(tree))


def verbs(tree: ast.Module) -> set[str]:
    """The verbs written out as second argument; a verb made of parts is not seen."""
    said = [call.args[1] for call in _calls(tree) if _name(call.func) == "leave" and len(call.args) > 1]
    branches = [branch for node in said for branch in (_branches(node))]
    return {node.value for node in branches if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _branches(node: ast.expr) -> list[ast.expr]:
    return [node.body, node.orelse] if isinstance(node, ast.IfExp) else [node]


def _calls(tree: ast.Module) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def _name(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""
