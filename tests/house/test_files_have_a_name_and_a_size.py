"""A file says what it holds, and is short enough to hold in the head."""

from __future__ import annotations

from pathlib import Path

NAMELESS = {"services", "utils", "util", "helpers", "common", "managers", "misc", "tools"}
MOST_LINES = 300


def test_no_file_or_folder_has_a_name_that_says_nothing(root: Path, tracked_files: list[Path]) -> None:
    nameless = [
        path.relative_to(root)
        for path in tracked_files
        if path.suffix == ".py" and NAMELESS & {*path.relative_to(root).parts[:-1], path.stem}
    ]
    assert nameless == []


def test_no_file_is_longer_than_300_lines(root: Path, tracked_files: list[Path]) -> None:
    long = {
        path.relative_to(root).as_posix(): lines
        for path in tracked_files
        if path.suffix in {".py", ".html", ".js"}
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > MOST_LINES
    }
    assert long == {}
