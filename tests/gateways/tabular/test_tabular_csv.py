"""CSV as people save it: what is read, what is told, what is refused and where."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from wortel.gateways.tabular import AlreadyRead, FileRefused, Limits, Row, open_table

Rows = Callable[..., list[Row]]
Refuse = Callable[..., FileRefused]
PLAIN = "naam,plaats\nAn,Gent\nBé,Lier\n"


def notes(path: Path) -> list[str]:
    with open_table(path) as table:
        assert list(table)
        return [note.key for note in table.notes]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (PLAIN.encode(), []),
        (PLAIN.encode("utf-8-sig"), []),
        (PLAIN.encode("utf-16"), ["utf_16"]),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), ["utf_16"]),
        (PLAIN.encode("cp1252"), ["windows_1252"]),
        (PLAIN.replace(",", ";").encode(), ["separator"]),
        (PLAIN.replace(",", "\t").encode(), ["separator"]),
        (PLAIN.replace(",", "|").encode(), ["separator"]),
        (PLAIN.replace("\n", "\r").encode(), ["line_ends_cr"]),
        (PLAIN.replace("\n", "\r\n").encode(), []),
        (PLAIN.replace("\n", "\r\n", 1).encode(), ["line_ends_mixed"]),
        (PLAIN.rstrip().encode(), []),
        (('"naam","plaats"\n"An","Gent"\n' + "Bé,Lier").encode(), []),
    ],
)
def test_reads_every_way_of_writing_the_same_table(put: Callable[..., Path], content: bytes, told: list[str]) -> None:
    path = put(content)
    with open_table(path) as table:
        assert table.kind == "csv"
        assert table.header == ("naam", "plaats")
        assert [(row.number, *row.cells.values(), row.problems) for row in table] == [
            (2, "An", "Gent", ()),
            (3, "Bé", "Lier", ()),
        ]
    assert notes(path) == told


def test_stated_separator_line_counts_as_a_row(rows: Rows) -> None:
    assert [(row.number, dict(row.cells)) for row in rows(b"sep=;\r\na;b\r\n1,5;2,5\r\n")] == [
        (3, {"a": "1,5", "b": "2,5"})
    ]


def test_decimal_commas_do_not_pass_for_separators(rows: Rows) -> None:
    assert dict(rows(b"naam;bedrag\nx;1,5\ny;2,5\n")[0].cells) == {"naam": "x", "bedrag": "1,5"}


def test_row_numbers_are_those_of_a_spreadsheet(rows: Rows) -> None:
    found = rows(b'\na,b\n"twee\r\nregels",1\n\n,\nx,2\n')
    assert [(row.number, row.cells["a"]) for row in found] == [(3, "twee\nregels"), (6, "x")]


def test_one_column_needs_no_separator(rows: Rows) -> None:
    assert [row.cells["naam"] for row in rows(b"naam\nAn, Jo\nBert,\n")] == ["An, Jo", "Bert,"]


def test_leading_zeros_and_spaces_stay(rows: Rows) -> None:
    assert dict(rows(b"nis,naam\n01234, An \n")[0].cells) == {"nis": "01234", "naam": " An "}


@pytest.mark.parametrize(
    ("content", "key", "place"),
    [
        (b"", "empty", ""),
        (b"\n\n  \n", "empty", ""),
        (b"\xef\xbb\xbf", "empty", ""),
        (b"a,b\n", "only_header", "rij 1"),
        (b"a,b\n,\n\n", "only_header", "rij 1"),
        (b'a,b\n1,2\n3,"half\n4,5\n', "unclosed_quote", "rij 3"),
        (b'a,b\n1,2\n"x"y,2\n', "stray_quote", "rij 3"),
        (b"a,b\n1,2\n3,\x004\n", "nul", "regel 3"),
        ("a,b\n1,2\n".encode("utf-16-le"), "nul", "regel 1"),
        ("a,b\n".encode("utf-32"), "nul", "regel 1"),
        ("a,b\né,1\n".encode() + "é,2\n".encode("cp1252"), "mixed_encoding", "regel 3"),
        ("a,b\né,1\n".encode("cp1252") + "é,2\n".encode(), "mixed_encoding", "regel 3"),
        (b"a,b\n\x81\xe9,1\n", "undecodable", "regel 2"),
        ("a,b\nx,1\n".encode("utf-16") + b"\x00\xd8\x41\x00", "undecodable", "regel 3"),
        (b"a,b,A\n1,2,3\n", "duplicate_column", "rij 1"),
        (b"a\x07,b\n1,2\n", "bad_column_name", "rij 1, kolom A"),
        (b",".join([b"x"] * 1_000_000) + b"\n1\n", "too_many_columns", "rij 1"),
        (b"a,b\n" + b",".join([b"x"] * 201) + b"\n", "too_many_columns", "rij 2"),
        (b"a,b\n1," + b"x" * 20_001 + b"\n", "cell_too_long", "rij 2, kolom B"),
        (b"a,b\n1," + b"x" * 200_000 + b"\n", "cell_too_long", "rij 2, kolom B"),
        (b"a,b\n1," + b"x" * 10_000_000 + b"\n", "cell_too_long", "rij 2, kolom B"),
        (b"a,b\n1," + b"x" * 12_000_000 + b"\n", "line_too_long", "regel 2"),
        (b'a,b\n1,"' + b"regel\n" * 30_000 + b'"\n', "cell_too_long", "rij 2, kolom B"),
        (b"a,b\n1,2\n" + b"x" * 2_000_000 + b"\n", "cell_too_long", "rij 3, kolom A"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "binary", ""),
        (b"%PDF-1.7\n", "binary", ""),
        (b'{"a": 1}', "markup", ""),
        (b'[\n {"a": 1}]', "markup", ""),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "markup", ""),
        (b'<?xml version="1.0"?><a/>', "markup", ""),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old_excel", ""),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 9000 + "EncryptedPackage".encode("utf-16-le"),
            "password",
            "",
        ),
    ],
)
def test_refuses_with_a_place(refused: Refuse, content: bytes, key: str, place: str) -> None:
    refusal = refused(content)
    assert (refusal.problem_key, str(refusal.where)) == (key, place)
    assert place.lower() in refusal.sentence.lower()


def test_names_both_columns_of_a_duplicate(refused: Refuse) -> None:
    assert refused(b"naam,x,Naam\n1,2,3\n").sentence == (
        "De kolommen A en C heten allebei “Naam” op rij 1; geef elke kolom een eigen naam."
    )


def test_an_unclosed_quote_cannot_swallow_more_than_a_row_may_hold(refused: Refuse) -> None:
    whole_limit = csv.field_size_limit(1 << 30)
    try:
        refusal = refused(
            b'a,b\n1,"' + b"x" * 999 + b"\n" + b"y\n" * 3_000, limits=Limits(max_record=5_000, max_cell=10_000)
        )
    finally:
        csv.field_size_limit(whole_limit)
    assert (refusal.problem_key, str(refusal.where)) == ("record_too_long", "rij 2")


def test_limits_are_inclusive(refused: Refuse, put: Callable[..., Path]) -> None:
    content = b"a,b\n1,2\n3,4\n"
    assert len(notes(put(content))) == 0
    with open_table(put(content), limits=Limits(max_bytes=len(content), max_rows=2, max_columns=2)) as table:
        assert len(list(table)) == 2
    assert refused(content, limits=Limits(max_bytes=len(content) - 1)).problem_key == "too_big"
    assert str(refused(content, limits=Limits(max_rows=1)).where) == "rij 3"
    assert refused(content, limits=Limits(max_lines=2)).problem_key == "too_many_lines"
    assert refused(content, limits=Limits(max_columns=1)).problem_key == "too_many_columns"


def test_uneven_rows_are_told_one_by_one(rows: Rows) -> None:
    found = rows(b"a,b\n1\n1,2,3\n1,2,,\n1,2\n")
    assert [[problem.problem_key for problem in row.problems] for row in found] == [
        ["too_few_cells"],
        ["too_many_cells"],
        [],
        [],
    ]
    assert dict(found[0].cells) == {"a": "1", "b": ""}
    assert found[0].problems[0].sentence == "Op rij 2 staan 1 van de 2 cellen; vul de rij aan."
    assert str(found[1].problems[0].where) == "rij 3, kolom C"


def test_a_column_without_name_is_told_and_its_cells_too(put: Callable[..., Path]) -> None:
    with open_table(put(b"a,,b,\n1,,2,\n1,x,2,\n")) as table:
        assert table.header == ("a", "b")
        assert [note.sentence for note in table.notes] == ["Kolom B heeft geen naam en wordt niet gelezen."]
        first, second = table
    assert not first.problems
    assert (second.problems[0].problem_key, str(second.problems[0].where)) == ("cell_without_name", "rij 3, kolom B")


def test_control_characters_are_left_out_and_told(rows: Rows) -> None:
    row = rows(b"a,b\nx\x07y,\ttab\xc2\xa0\n")[0]
    assert dict(row.cells) == {"a": "xy", "b": "\ttab\u00a0"}
    assert [str(problem.where) for problem in row.problems] == ["rij 2, kolom A"]


def test_a_table_is_read_once(put: Callable[..., Path]) -> None:
    with open_table(put(PLAIN.encode())) as table:
        list(table)
        with pytest.raises(AlreadyRead):
            iter(table)
