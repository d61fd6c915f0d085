"""A backup made under load comes back equal elsewhere; one that is not whole is refused and changes nothing."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from installed import ON_POSTGRESQL, Installed, installed

WRITER = """
from wortel.site.cli.main import open_django
open_django()
from django.db import transaction
from wortel.post.domain.kinds import KINDS
from wortel.post.public import put_in_outbox
from wortel.shell.clock import now
from wortel.trail.public import By, leave
count, KIND = 0, next(iter(KINDS))
while True:
    with transaction.atomic():
        put_in_outbox(f"proef:{count}", KIND, "jan@example.org", "Proef", "Tekst", at=now())
        leave(By.work("proef"), "proof.written", f"proof:{count}", at=now(), after={"number": count})
    count += 1
    print(count, flush=True)
"""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    with installed(tmp_path_factory.mktemp("here"), "here") as made:
        done = made.run("setup")
        assert done.returncode == 0, done.stderr
        yield made


@pytest.fixture(scope="module")
def backup(here: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("backup") / "wortel.backup"
    done = here.run("backup", str(file))
    assert done.returncode == 0, done.stderr
    return file


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Installed]:
    with installed(tmp_path, "there") as made:
        yield made


def test_it_comes_back_equal_and_says_so_on_the_trail(here: Installed, there: Installed, backup: Path) -> None:
    done = here.run("restore", str(backup), "--into", there.place)
    assert done.returncode == 0, done.stderr
    assert there.contents() == here.contents()
    entries = here.ask("SELECT number, hash FROM trail_entry ORDER BY number")
    restored = there.ask("SELECT number, hash, verb FROM trail_entry ORDER BY number")
    assert [row[:2] for row in restored[:-1]] == entries
    assert restored[-1][2] == "backup.restored"


def test_the_backup_is_for_its_owner_only(backup: Path) -> None:
    assert backup.stat().st_mode & 0o777 == 0o600
    assert [file.name for file in backup.parent.iterdir()] == [backup.name]


def test_backups_under_load_hold_every_acknowledged_write(here: Installed, tmp_path: Path) -> None:
    with installed(tmp_path, "busy") as busy, here_copy(here, busy, tmp_path):
        before = busy.ask("SELECT number FROM trail_head")[0][0]
        with busy.start(WRITER) as writer:
            try:
                assert writer.stdout is not None
                acknowledged = [int(writer.stdout.readline()) for _ in range(20)][-1]
                made = busy.run("backup", str(tmp_path / "druk.backup"), "--json")
            finally:
                writer.kill()
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["trail_entries"] >= before + acknowledged
    with installed(tmp_path, "again") as again:
        done = again.run("restore", str(tmp_path / "druk.backup"), "--json")
        assert done.returncode == 0, done.stderr
        written = again.ask("SELECT COUNT(*) FROM trail_entry WHERE verb = 'proof.written'")[0][0]
        assert json.loads(done.stdout)["mails_waiting"] == written >= acknowledged


class here_copy:  # noqa: N801
    """Fills an empty installation from another by a backup."""

    def __init__(self, source: Installed, target: Installed, folder: Path) -> None:
        self.words = (source, target, folder / "kopie.backup")

    def __enter__(self) -> None:
        source, target, file = self.words
        assert source.run("backup", str(file)).returncode == 0
        done = target.run("restore", str(file))
        assert done.returncode == 0, done.stderr

    def __exit__(self, *_about: object) -> None:
        self.words[2].unlink()


def test_a_filled_database_is_left_alone(here: Installed, backup: Path) -> None:
    before = here.contents()
    done = here.run("restore", str(backup))
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "niet leeg" in done.stderr
    assert here.contents() == before


def test_replacing_keeps_what_stood_there(here: Installed, there: Installed, backup: Path) -> None:
    assert there.run("setup").returncode == 0
    done = there.run("restore", str(backup), "--replace", "--json")
    assert done.returncode == 0, done.stderr
    assert there.contents() == here.contents()
    kept = Path(json.loads(done.stdout)["kept"])
    assert kept.parent == there.folder
    with zipfile.ZipFile(kept) as archive:
        assert archive.testzip() is None


Change = Callable[[dict[str, Any]], None]


def rewritten(backup: Path, into: Path, change: Change) -> Path:
    """The backup with another manifest."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(into, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "manifest.json":
                manifest = json.loads(data)
                change(manifest)
                data = json.dumps(manifest).encode()
            new.writestr(name, data)
    return into


def damaged(backup: Path, into: Path, damage: str) -> Path:
    data = bytearray(backup.read_bytes())
    if damage == "cut":
        data = data[: len(data) // 2]
    elif damage == "a byte":
        data[len(data) // 2] ^= 0xFF
    elif damage == "another file":
        data = bytearray(b"nis,jaar\n")
    into.write_bytes(data)
    return into


REWRITES: dict[str, tuple[Change, str]] = {
    "newer version": (lambda said: said["facts"]["migrations"].append("post.9999_later"), "nieuwere versie"),
    "newer form": (lambda said: said.update(form="wortel-backup-9"), "vorm die wortel niet kent"),
    "other engine": (lambda said: said.update(engine="sqlite" if ON_POSTGRESQL else "postgresql"), "wortel move"),
    "strange engine": (lambda said: said.update(engine="abacus"), "geen hele backup"),
    "no facts": (lambda said: said.pop("facts"), "geen hele backup"),
    "other hash": (lambda said: said.update(sha256="0" * 64), "beschadigd"),
    "longer": (lambda said: said.update(payload_bytes=said["payload_bytes"] + 1), "beschadigd"),
    "a row less": (
        lambda said: said["facts"]["counts"].update(territory_municipality=1), "territory_municipality telt"
    ),
    "shorter trail": (lambda said: said["facts"].update(trail_hash="f" * 64), "het logboek eindigt ergens anders"),
}  # fmt: skip


DAMAGES = {"cut": "geen hele backup", "a byte": "Er is niets gewijzigd", "another file": "geen hele backup"}
TRY_EACH = """
import sys
from wortel.site.cli.main import main
for file in sys.argv[1:]:
    try:
        main(["restore", file])
    except SystemExit as stopped:
        print(stopped.code)
"""


def test_a_backup_that_does_not_prove_itself_changes_nothing(there: Installed, backup: Path, tmp_path: Path) -> None:
    files = {damage: damaged(backup, tmp_path / f"{damage}.backup", damage) for damage in DAMAGES}
    files |= {name: rewritten(backup, tmp_path / f"{name}.backup", change) for name, (change, _) in REWRITES.items()}
    words = DAMAGES | {name: said for name, (_, said) in REWRITES.items()}
    done = there.execute(TRY_EACH, *(str(file) for file in files.values()))
    said = done.stderr.splitlines()
    assert done.stdout.split() == ["1"] * len(files)
    assert [name for name, line in zip(files, said, strict=True) if words[name] not in line] == [], said
    assert there.tables() == []
    assert [left.name for left in there.folder.iterdir() if left.name not in {"static", "wortel.sqlite3"}] == []


def test_a_backup_of_a_newer_version_is_refused_on_the_trail(
    here: Installed, there: Installed, backup: Path, tmp_path: Path
) -> None:
    assert here.run("restore", str(backup), "--into", there.place).returncode == 0
    stood = there.contents()
    newer = rewritten(backup, tmp_path / "newer.backup", REWRITES["newer version"][0])
    done = there.run("restore", str(newer), "--replace")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "nieuwere versie" in done.stderr
    assert there.contents() == stood
    assert there.ask("SELECT verb FROM trail_entry ORDER BY number DESC LIMIT 1")[0][0] == "backup.refused"
    assert there.run("check", "trail").returncode == 0


def test_a_folder_keeps_the_newest_backups(here: Installed, tmp_path: Path) -> None:
    for day in range(1, 5):
        (tmp_path / f"wortel-2026010{day}T000000Z.backup").touch()
    other = tmp_path / "van-iemand-anders.backup"
    other.touch()
    done = here.run("backup", str(tmp_path), "--keep", "2")
    assert done.returncode == 0, done.stderr
    assert len(list(tmp_path.glob("wortel-*.backup"))) == 2
    assert (tmp_path / "wortel-20260104T000000Z.backup").exists()
    assert other.exists()


def test_missing_tools_are_one_sentence(here: Installed, tmp_path: Path) -> None:
    if not ON_POSTGRESQL:
        pytest.skip("only PostgreSQL has tools of its own")
    gone = (
        "import shutil, pathlib, sys; from wortel.site.cli.main import main, open_django; open_django();"
        "shutil.which = lambda name: None; pathlib.Path.glob = lambda self, pattern: iter(());"
        "main(sys.argv[1:])"
    )
    with here.start(gone, "backup", str(tmp_path / "x.backup")) as done:
        assert done.wait(60) == 1
    assert list(tmp_path.iterdir()) == []
