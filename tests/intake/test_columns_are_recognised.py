"""Columns are matched to fields by name, by synonym, by likeness, or as asked."""

from __future__ import annotations

import pytest

from wortel.intake.domain.fields import Field, MappingRefused, propose_mapping

FIELDS = (
    Field("name", "Naam", ("school", "organisatie"), required=True),
    Field("postcode", "Postcode", ("zip",)),
    Field("website", "Website", ("url", "webadres")),
)


def test_names_synonyms_and_accents_are_recognised() -> None:
    mapping = propose_mapping(["Organisatie", "POSTCODE", "Ürl"], FIELDS)
    assert dict(mapping.column_of) == {"name": "Organisatie", "postcode": "POSTCODE", "website": "Ürl"}


def test_a_misspelled_column_is_guessed_and_told() -> None:
    mapping = propose_mapping(["naam", "postcodde", "fax"], FIELDS)
    assert (mapping.column_of["postcode"], mapping.guessed, mapping.unread) == ("postcodde", ("postcode",), ("fax",))


def test_an_exact_column_wins_over_a_look_alike() -> None:
    assert propose_mapping(["naamm", "naam"], FIELDS).column_of["name"] == "naam"


def test_what_is_chosen_goes_first() -> None:
    assert propose_mapping(["naam", "kop"], FIELDS, {"name": "kop"}).column_of["name"] == "kop"


@pytest.mark.parametrize(
    ("header", "chosen", "key"),
    [
        (["adres"], {}, "required"),
        (["naam"], {"naam": "naam"}, "unknown_field"),
        (["naam"], {"name": "titel"}, "unknown_column"),
    ],
)
def test_what_cannot_be_read_is_refused(header: list[str], chosen: dict[str, str], key: str) -> None:
    with pytest.raises(MappingRefused) as refused:
        propose_mapping(header, FIELDS, chosen)
    assert refused.value.key == key
