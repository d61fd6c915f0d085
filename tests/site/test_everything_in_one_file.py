"""All an installation holds goes into one file and comes back the same; a damaged file changes nothing."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wortel.coverage.models import Evidence, EvidenceTally
from wortel.gateways.tabular import open_table
from wortel.intake.models import Import, Record, Source
from wortel.intake.public import Request, name_source, take_in
from wortel.site.adapters import adapter_for
from wortel.site.archive import ArchiveRefused, dump, load
from wortel.trail.models import Details, Entry, Head
from wortel.trail.public import By, chain_end, unguarded, verify_chain

BY = By.command("tests")

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
ROWS = "nis,year,status,title,reporter\n44021,2022,erkend,Reeks,Academie\n11002,2022,gelijkwaardig,Kamp,Bib\n"


@pytest.fixture
def filled(db: None, tmp_path: Path) -> Path:
    """An installation with two pieces of evidence, and the archive of it."""
    table = tmp_path / "bewijs.csv"
    table.write_text(ROWS, encoding="utf-8")
    request = Request(name_source(BY, "proef", at=AT), table.name, "0" * 64)
    take_in(BY, request, adapter_for("evidence", AT.date()), lambda: open_table(table), AT)
    archive = tmp_path / "alles.gz"
    dump(archive, AT)
    return archive


def emptied() -> None:
    with unguarded():
        for model in (Evidence, EvidenceTally, Record, Import, Source, Details, Entry, Head):
            model.objects.all().delete()


def told(step: str) -> None:
    """Nobody listens."""


def shown() -> set[tuple[str, str, int]]:
    return set(Evidence.objects.values_list("ref", "municipality_id", "year"))


def test_an_empty_installation_becomes_the_same(filled: Path) -> None:
    before, tallies = shown(), EvidenceTally.objects.count()
    emptied()
    load(BY, filled, AT, told)
    assert (shown(), EvidenceTally.objects.count()) == (before, tallies)
    assert len(before) == 2


def test_the_trail_comes_along_whole_and_goes_on(filled: Path) -> None:
    before = chain_end()
    emptied()
    load(BY, filled, AT, told)
    checked = verify_chain()
    assert checked.is_whole
    assert Entry.objects.get(number=before.last).hash == before.fingerprint
    assert Entry.objects.get(number=checked.entries).verb == "archive.loaded"


def test_a_trail_that_was_tampered_with_is_refused(filled: Path, tmp_path: Path) -> None:
    tampered = tmp_path / "vervalst.gz"
    tampered.write_bytes(
        gzip.compress(gzip.decompress(filled.read_bytes()).replace(b'"source.named"', b'"source.other"'))
    )
    emptied()
    with pytest.raises(ArchiveRefused, match="Het logboek is gebroken"):
        load(BY, tampered, AT, told)
    assert Source.objects.count() == 0


def test_new_rows_get_new_numbers_after_loading(filled: Path) -> None:
    emptied()
    load(BY, filled, AT, told)
    assert name_source(BY, "nog een", at=AT).pk > Source.objects.get(key="proef").pk


def test_a_filled_installation_is_left_alone(filled: Path) -> None:
    with pytest.raises(ArchiveRefused, match="bevat al gegevens"):
        load(BY, filled, AT, told)


@pytest.mark.parametrize("damage", ["cut", "missing row", "other file", "newer form"])
def test_a_damaged_archive_changes_nothing(filled: Path, tmp_path: Path, damage: str) -> None:
    damaged = tmp_path / "stuk.gz"
    lines = gzip.decompress(filled.read_bytes()).decode().splitlines(keepends=True)
    damaged.write_bytes(
        {
            "cut": filled.read_bytes()[:-40],
            "missing row": gzip.compress("".join(lines[:-1]).encode()),
            "other file": b"nis,year\n",
            "newer form": gzip.compress("".join([lines[0].replace("archive-2", "archive-9"), *lines[1:]]).encode()),
        }[damage]
    )
    emptied()
    with pytest.raises(ArchiveRefused):
        load(BY, damaged, AT, told)
    assert (Source.objects.count(), Evidence.objects.count()) == (0, 0)
