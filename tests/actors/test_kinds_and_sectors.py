"""Kinds, the helix sectors they belong to, and the four O's as a second view on the same actors."""

from __future__ import annotations

import pytest

from wortel.actors.domain.kind_words import SECTOR_WORDS, WORDS
from wortel.actors.domain.kinds import FOUR_O, KIND_OF, KINDS, SECTORS, four_o_of, read_kind, read_sector
from wortel.kernel.text import folded


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("school secundair", "secondary_school"),
        ("igs opdrachthoudende vereniging met private deelname", "intermunicipal"),
        ("Autonoom Gemeentebedrijf", "municipal_company"),
        ("jeugdvereniging (scouts)", "youth_group"),
        ("jeugdvereniging (vissers)", "youth_group"),
        ("doe-centrum water", "science_centre"),
        ("STEM-academie", "stem_academy"),
        ("primary_school", "primary_school"),
    ],
)
def test_a_register_s_word_means_one_kind(word: str, key: str) -> None:
    kind = read_kind(word)
    assert kind is not None
    assert kind.key == key


def test_a_word_nobody_knows_is_no_kind() -> None:
    assert read_kind("blauwe maandag") is None
    assert read_sector("blauwe maandag") is None


def test_no_word_means_two_kinds() -> None:
    words = [(folded(word), key) for key, said in WORDS.items() for word in {*said, KIND_OF[key].label}]
    keys_of: dict[str, set[str]] = {}
    for word, key in words:
        keys_of.setdefault(word, set()).add(key)
    assert {word: keys for word, keys in keys_of.items() if len(keys) > 1} == {}


def test_every_kind_but_other_has_a_sector_and_every_sector_an_o() -> None:
    assert {kind.key for kind in KINDS if kind.sector not in SECTORS} == {"other"}
    assert [four_o_of(sector) for sector in SECTORS] == [
        "onderwijs",
        "onderzoek",
        "ondernemers",
        "overheid",
        "overheid",
    ]
    assert sorted(sector for sectors in FOUR_O.values() for sector in sectors) == sorted(SECTORS)
    assert set(SECTOR_WORDS) == set(SECTORS)


def test_the_word_lists_name_only_kinds_that_exist() -> None:
    assert set(WORDS) <= set(KIND_OF)
