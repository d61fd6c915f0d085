"""What a municipality was made of and what it became, merger by merger, from either side."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from wortel.atlas.domain.story import mergers_of
from wortel.atlas.wording import merger_sentence
from wortel.territory.public import timeline

TODAY = date(2026, 11, 21)


def story(nis: str, today: date = TODAY) -> list[str]:
    with override("nl"):
        return [merger_sentence(merger) for merger in mergers_of(timeline(), nis, today)]


def code(name: str) -> str:
    return next(place.nis for place in timeline().municipalities(TODAY) if place.name == name)


@pytest.mark.parametrize(
    ("nis", "told"),
    [
        ("44040", ["Op 1 januari 2025 gingen Melle en Merelbeke samen verder als Merelbeke-Melle."]),
        ("11002", ["Op 1 januari 2025 kwam Borsbeek bij Antwerpen."]),
        ("11007", ["Op 1 januari 2025 kwam Borsbeek bij Antwerpen."]),
        ("13011", []),
    ],
)
def test_it_is_the_same_for_who_left_and_who_came(nis: str, told: list[str]) -> None:
    assert story(nis) == told


def test_a_name_that_stays_under_a_new_code_is_told_as_joining() -> None:
    assert story(code("Lokeren")) == ["Op 1 januari 2025 kwam Moerbeke bij Lokeren."]


def test_a_merger_still_to_come_is_not_told() -> None:
    assert story("44040", date(2024, 12, 31)) == []
