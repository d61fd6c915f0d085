"""Another room is entered through its `public.py` (or its pure `domain/`); `site` may also wire pages and API."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import wortel

SOURCE = Path(wortel.__file__).parent
NO_ROOMS = {"kernel", "shell", "gateways", "site"}
ROOMS = {folder.parent.name for folder in SOURCE.glob("*/__init__.py")} - NO_ROOMS
DOORS = {"public", "domain"}
WIRED_BY_SITE = DOORS | {"api", "urls"}
# Carries every table of an installation to another database, and so must know them.
MOVES_HOUSE = {"site/archive.py"}

PURE = """
import importlib, sys
sys.modules["django"] = None
sys.modules["ninja"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_rooms_are_entered_by_their_door(modules: Mapping[str, ast.Module]) -> None:
    burglars = [
        f"{name}:{line} {entered}"
        for name, tree in modules.items()
        if name not in MOVES_HOUSE
        for line, entered in break_ins(name, tree)
    ]
    assert not burglars, "\n".join(burglars)


def test_a_break_in_is_found_when_there_is_one() -> None:
    sown = ast.parse("from wortel.actors.models import Actor")
    assert list(break_ins("coverage/queries.py", sown)) == [(1, "wortel.actors.models")]
    assert list(break_ins("actors/queries.py", sown)) == []


def test_every_room_is_watched() -> None:
    assert {"people", "actors", "matching", "exchange", "introductions"} <= ROOMS


def test_decisions_work_where_django_is_not_installed(root: Path) -> None:
    source = root / "src"
    files = [*source.glob("wortel/kernel/**/*.py"), *source.glob("wortel/*/domain/**/*.py")]
    names = [path.relative_to(source).with_suffix("").as_posix().replace("/", ".") for path in files]
    done = subprocess.run(
        [sys.executable, "-c", PURE, *(name.removesuffix(".__init__") for name in names)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def break_ins(name: str, tree: ast.Module) -> Iterator[tuple[int, str]]:
    own_room = name.split("/", maxsplit=1)[0]
    doors = WIRED_BY_SITE if own_room == "site" else DOORS
    for node in ast.walk(tree):
        for entered in imported(node):
            parts = entered.split(".")
            is_other_room = parts[0] == "wortel" and len(parts) > 2 and parts[1] in ROOMS - {own_room}
            if is_other_room and parts[2] not in doors:
                yield node.lineno, entered


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom) and node.module:
        if node.module.count(".") == 1:
            return [f"{node.module}.{alias.name}" for alias in node.names]
        return [node.module]
    return []
