"""The files of the repository, and the Python of the product as syntax trees."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "wortel"


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def tracked_files() -> list[Path]:
    """Every file git knows or would take up."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:
        pytest.skip("this is no git checkout")
    return [path for name in listed.stdout.splitlines() if (path := ROOT / name).is_file()]


@pytest.fixture(scope="session")
def modules() -> Mapping[str, ast.Module]:
    """The syntax tree of every module of the product, by its path inside `src/wortel`; migrations left out."""
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
        if "migrations" not in path.parts
    }


@pytest.fixture(scope="session")
def templates() -> Mapping[str, str]:
    """The text of every template, by the name Django knows it by."""
    return {
        path.as_posix().rpartition("/templates/")[2]: path.read_text(encoding="utf-8")
        for path in sorted(SOURCE.rglob("templates/**/*.*"))
        if path.is_file()
    }
