"""An import that is refused leaves the database as it was, down to the name of its source."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click
import pytest
from django.db import connection

from wortel.intake.public import Source
from wortel.site.cli.intake import command

GOOD = "id,name,nis\n1,School Een,44021\n2,School Twee,11002\n"
Bring = Callable[..., None]


@pytest.fixture
def bring(tmp_path: Path, db: None) -> Bring:
    """Runs `wortel import actors` on a file with this text."""

    def run(text: str, *options: str, name: str = "lijst.csv") -> None:
        file = tmp_path / name
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
        command.main(["actors", str(file), *options], standalone_mode=False)

    return run


@pytest.fixture
def tables() -> Callable[[], dict[str, int]]:
    """How many rows every table holds."""

    def count() -> dict[str, int]:
        with connection.cursor() as cursor:
            names = connection.introspection.table_names(cursor)
            counts = {}
            for name in names:
                cursor.execute(f'SELECT COUNT(*) FROM "{name}"')
                counts[name] = cursor.fetchone()[0]
        return counts

    return count


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        (GOOD + "3,Niets,99999\n", (), "rij 4, kolom nis"),
        (GOOD + "3,Aalter,44001\n", (), "rij 4, kolom nis"),
        (GOOD + f"3,{'x' * 10_000},44021\n", (), "rij 4, kolom name"),
        (GOOD + '3,"half', (), "rij 4"),
        (GOOD, ("--mapping", "/dev/zero"), "geen gewoon bestand"),
        (GOOD, ("--source", "!!!"), "bronnaam"),
        (GOOD, ("--source", ""), "bronnaam"),
        (GOOD, ("--source", "n" * 5_000), "bronnaam"),
        (GOOD, ("--source-url", "javascript:alert(1)"), "webadres"),
        (GOOD, ("--source-url", "http://[::1"), "webadres"),
        (GOOD, ("--source-title", "t" * 300), "titel"),
        (GOOD, ("--licence", "a\x07b"), "licentie"),
        (GOOD, ("--report", "/dev/null/verslag.json"), "Het verslag"),
        (GOOD, ("--report", "/dev/full"), "geen gewoon bestand"),
    ],
)
def test_what_is_refused_leaves_nothing(
    bring: Bring, tables: Callable[[], dict[str, int]], text: str, options: tuple[str, ...], words: str
) -> None:
    before = tables()
    with pytest.raises(click.ClickException) as refused:
        bring(text, *options)
    assert words in refused.value.message
    assert "\n" not in refused.value.message
    assert tables() == before


def test_a_dry_run_names_no_source(bring: Bring, tables: Callable[[], dict[str, int]]) -> None:
    before = tables()
    bring(GOOD, "--source", "proef", "--source-title", "Proeflijst", "--dry-run")
    assert tables() == before


def test_a_refused_file_leaves_the_title_of_its_source(bring: Bring) -> None:
    bring(GOOD, "--source", "lijst", "--source-title", "De lijst")
    with pytest.raises(click.ClickException):
        bring(GOOD + "3,Niets,99999\n", "--source", "lijst", "--source-title", "Iets anders")
    assert Source.objects.get(key="lijst").name == "De lijst"


def test_the_same_file_again_may_tell_more_of_its_source(bring: Bring) -> None:
    bring(GOOD, "--source", "lijst")
    bring(GOOD, "--source", "lijst", "--source-title", "De lijst", "--source-url", "https://lijst.example.org/")
    assert Source.objects.get(key="lijst").url == "https://lijst.example.org/"


@pytest.mark.parametrize("text", ["{", "[1]", '{"name": 1}', "[" * 50_000, '{"geen_veld": "name"}', '{"name": "geen"}'])
def test_a_broken_mapping_is_one_sentence(bring: Bring, tmp_path: Path, text: str) -> None:
    (tmp_path / "mapping.json").write_text(text)
    with pytest.raises(click.ClickException, match="mapping"):
        bring(GOOD, "--mapping", str(tmp_path / "mapping.json"))


def test_a_source_of_the_demo_world_takes_no_real_rows(bring: Bring, db: None) -> None:
    Source.objects.create(key="verzonnen", name="Verzonnen", is_fictional=True)
    with pytest.raises(click.ClickException, match="demowereld"):
        bring(GOOD, "--source", "verzonnen")


def test_a_file_that_changes_while_it_is_read_is_refused(
    bring: Bring, tmp_path: Path, tables: Callable[[], dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    from wortel.intake.reading import Reading

    before = tables()
    read = Reading.batches

    def grows(self: Reading) -> object:
        with (tmp_path / "lijst.csv").open("a") as file:
            file.write("3,School Drie,44021\n")
        return read(self)

    monkeypatch.setattr(Reading, "batches", grows)
    with pytest.raises(click.ClickException, match="veranderde"):
        bring(GOOD)
    assert tables() == before
