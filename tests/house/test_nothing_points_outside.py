"""The repository names no package registry, and its pages ask nothing of another host."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

# Put together here, so that this file does not hold what it forbids.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
        ("unpkg", "com"),
        ("jsdelivr", "net"),
        ("cdnjs", "cloudflare", "com"),
        ("conda", "anaconda", "org"),
        ("crates", "io"),
        ("rubygems", "org"),
        ("proxy", "golang", "org"),
    )
]
FETCHES = re.compile(r"""<(?:script|img|iframe|source|link)\b[^>]*\b(?:src|href)=["'](?:https?:)?//""", re.IGNORECASE)


def test_no_file_names_a_package_registry(root: Path, tracked_files: list[Path]) -> None:
    named = [
        f"{path.relative_to(root)}: {registry}"
        for path in tracked_files
        for text in [path.read_bytes()]
        for registry in REGISTRIES
        if registry.encode() in text
    ]
    assert named == []


def test_lock_files_hold_no_address(root: Path) -> None:
    for lock in root.glob("requirements*.lock"):
        assert "://" not in lock.read_text(encoding="utf-8"), lock.name


def test_every_locked_package_has_a_hash(root: Path) -> None:
    for lock in root.glob("requirements*.lock"):
        blocks = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip())
        assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_no_template_fetches_from_another_host(templates: Mapping[str, str]) -> None:
    assert [name for name, text in templates.items() if FETCHES.search(text)] == []
