"""What a command writes is there whole or not at all, and never takes the place of what is no file."""

from __future__ import annotations

import errno
import gzip
import json
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wortel.site.archive import FORM, ArchiveRefused, dump, load
from wortel.site.given_file import FileUnreadable, read_given, read_text
from wortel.site.kept import kept_models
from wortel.site.new_file import FileUnwritable, new_file
from wortel.trail.public import By

BY = By.command("tests")

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


def write_half(file: Path, error: BaseException) -> None:
    """Begins a file and stops with this error."""
    with new_file(file) as started:
        started.write_text("half")
        raise error


def test_a_full_disk_leaves_what_stood_there(tmp_path: Path) -> None:
    (tmp_path / "oud.csv").write_text("oud")
    with pytest.raises(FileUnwritable, match="geen plaats meer"):
        write_half(tmp_path / "oud.csv", OSError(errno.ENOSPC, "No space left on device"))
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("oud.csv", "oud")]


def test_a_program_that_stops_leaves_what_stood_there(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_half(tmp_path / "nieuw.csv", KeyboardInterrupt())
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_or_folder_keeps_its_name(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "map").mkdir()
    for name in ("pijp", "map", "..", "nergens/bestand"):
        with pytest.raises(FileUnwritable), new_file(tmp_path / name) as started:
            started.write_text("x")
    assert (tmp_path / "pijp").is_fifo()


@pytest.mark.django_db
def test_a_dump_takes_no_pipe_away(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    with pytest.raises(FileUnwritable):
        dump(tmp_path / "pijp", AT)
    assert (tmp_path / "pijp").is_fifo()


def archive(*rows: object, counts: dict[str, int] | None = None) -> bytes:
    """An archive with these rows."""
    head = {"form": FORM, "counts": counts or dict.fromkeys((model._meta.label for model in kept_models()), 0)}
    return gzip.compress("\n".join(json.dumps(row) for row in (head, *rows)).encode())


def rows() -> dict[str, int]:
    """How many rows each table holds."""
    return {model._meta.label: model._default_manager.count() for model in kept_models()}


WHOLE = archive()
BROKEN: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"geen archief",
    "cut off": lambda: WHOLE[:-9],
    "damaged": lambda: WHOLE[:14] + b"\xff\xff\xff" + WHOLE[17:],
    "no JSON": lambda: gzip.compress(b"\xff\xfe"),
    "not ours": lambda: gzip.compress(b'{"form": "iets anders", "counts": {}}'),
    "a list": lambda: gzip.compress(b"[1]"),
    "nested": lambda: gzip.compress(b"[" * 100_000),
    "endless line": lambda: gzip.compress(b" " * 31_000_000, 1),
    "unknown table": lambda: archive({"model": "actors.nobody", "fields": {}}),
    "a table we compose": lambda: archive({"model": "actors.actor", "pk": 1, "fields": {"ref": "x", "name": "x"}}),
    "a row twice": lambda: archive(*[{"model": "intake.source", "pk": 1, "fields": {"key": "x", "name": "x"}}] * 2),
    "no row at all": lambda: archive(5),
    "a day that is none": lambda: archive({"model": "intake.import", "pk": 1, "fields": {"applied_at": "gisteren"}}),
    "more than promised": lambda: archive({"model": "intake.source", "pk": 1, "fields": {"key": "x", "name": "x"}}),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_archive_is_refused_and_loads_nothing(tmp_path: Path, name: str) -> None:
    file = tmp_path / "alles.gz"
    file.write_bytes(BROKEN[name]())
    before = rows()
    with pytest.raises(ArchiveRefused) as refused:
        load(BY, file, AT, lambda _: None)
    assert "\n" not in str(refused.value)
    assert rows() == before


def test_only_a_regular_file_of_modest_size_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "kring").symlink_to(tmp_path / "kring")
    (tmp_path / "groot").write_bytes(b"x" * 1_000_001)
    (tmp_path / "vreemd").write_bytes(b"\xff\xfe")
    for name in ("pijp", "kring", "weg", "a\nb", "groot", "vreemd", "."):
        with pytest.raises(FileUnreadable) as refused:
            read_text(tmp_path / name)
        assert str(refused.value).isprintable()
    with pytest.raises(FileUnreadable):
        read_given(Path("/dev/zero"), 10)
