"""What is not a file one can read; and what stays open."""

from __future__ import annotations

import gc
import os
import pickle
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from wortel.gateways.tabular import FileRefused, Place, open_table
from wortel.gateways.tabular.sentences import NOTES, REFUSALS, ROW_PROBLEMS


def key_of(path: Path) -> str:
    with pytest.raises(FileRefused) as caught:
        open_table(path)
    return caught.value.problem_key


def test_refuses_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    (tmp_path / "kring").symlink_to(tmp_path / "kring")
    assert key_of(tmp_path / "weg.csv") == "missing"
    assert key_of(tmp_path) == "folder"
    assert key_of(tmp_path / "pijp") == "not_a_file"
    assert key_of(tmp_path / "kring") == "unreadable"
    assert key_of(Path("/dev/zero")) == "not_a_file"
    assert key_of(tmp_path / "nul\0.csv") == "unreadable"


def test_refuses_what_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "dicht.csv"
    path.write_bytes(b"a,b\n1,2\n")

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "dicht")

    monkeypatch.setattr(os, "open", closed)
    assert key_of(path) == "unreadable"


def test_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt.csv").write_bytes(b"a,b\n1,2\n")
    (tmp_path / "link.csv").symlink_to(tmp_path / "echt.csv")
    with open_table(tmp_path / "link.csv") as table:
        assert len(list(table)) == 1


@pytest.mark.parametrize("content", [b"a,b\n", b"PK\x03\x04half", b"\x89PNG", b"a\0b\n", b"a,b\n1,2\n"])
def test_leaves_no_file_open(put: Callable[..., Path], content: bytes) -> None:
    path = put(content)
    gc.collect()  # what tests before this one left behind is not ours to answer for
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with suppress(FileRefused):
            open_table(path).close()
        gc.collect()
    assert [str(warning.message) for warning in caught if path.name in str(warning.message)] == []


def test_a_place_reads_as_a_person_says_it() -> None:
    assert str(Place(5, 3, name="naam")) == "rij 5, kolom C (naam)"
    assert str(Place(column=703)) == "kolom AAA"
    assert str(Place()) == ""


def test_every_sentence_is_one_sentence() -> None:
    for sentence in [*REFUSALS.values(), *ROW_PROBLEMS.values(), *NOTES.values()]:
        assert sentence.endswith((".", "?"))
        assert " u " not in sentence


def test_a_refusal_survives_a_trip_between_processes() -> None:
    refusal = FileRefused("too_big", size=12345, limit=1000)
    again = pickle.loads(pickle.dumps(refusal))
    assert again.sentence == refusal.sentence
    assert "12 345 bytes" in again.sentence
