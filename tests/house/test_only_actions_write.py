"""Writing is done by actions, which lock, decide and save in one transaction."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping

WRITES = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
SQL = re.compile(r"\s*(insert\s+into|update\s+\S+\s+set|delete\s+from|replace\s+into)\b", re.IGNORECASE)


# Tables worked out from other tables, rebuilt by the actions that change those; they hold no fact of their own.
DERIVED = ("actors/search/",)
# The library that signs people in tells what it did by signals, its documented interface.
LISTENS_TO_A_LIBRARY = ("people/sign_in/listening.py",)
# Carries a whole installation from one database to another, row by row; decides nothing.
MOVES_HOUSE = ("site/archive.py", "site/restore.py")


def test_only_actions_write(modules: Mapping[str, ast.Module]) -> None:
    writers = [
        f"{name}:{line}"
        for name, tree in modules.items()
        if "/actions/" not in name and not name.startswith((*DERIVED, *MOVES_HOUSE))
        for line in writing_lines(tree)
    ]
    assert not writers, "\n".join(writers)


def test_a_write_is_found_when_there_is_one() -> None:
    sown = "Row.objects.create(a=1)\nrow.save()\nRow.objects.filter(a=1).update(a=2)\ncursor.execute('DELETE FROM row')"
    assert list(writing_lines(ast.parse(sown))) == [1, 2, 3, 4]


def test_an_ordinary_update_of_a_dict_is_no_write() -> None:
    assert list(writing_lines(ast.parse("found = {}\nfound.update(a=1)"))) == []


def test_no_signals_are_used_as_glue(modules: Mapping[str, ast.Module]) -> None:
    users = [
        name
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if name not in LISTENS_TO_A_LIBRARY
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(("dispatch", "signals"))
    ]
    assert users == []


def writing_lines(tree: ast.Module) -> Iterator[int]:
    calls = sorted((node for node in ast.walk(tree) if isinstance(node, ast.Call)), key=lambda call: call.lineno)
    for call in calls:
        if isinstance(call.func, ast.Attribute) and writes(call, call.func):
            yield call.lineno


def writes(call: ast.Call, method: ast.Attribute) -> bool:
    if method.attr in WRITES:
        return True
    if method.attr == "update":
        return any(isinstance(node, ast.Attribute) and node.attr == "objects" for node in ast.walk(method.value))
    return method.attr in {"execute", "executemany"} and any(
        isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value)
        for argument in call.args[:1]
        for node in ast.walk(argument)
    )
