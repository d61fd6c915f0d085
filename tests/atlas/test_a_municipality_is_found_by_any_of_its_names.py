"""Own name, former name, part, postcode or code, half typed or mistyped: the municipality of today is found."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortel.atlas.domain.finding import Finder, Fit
from wortel.atlas.finder import finder

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def today() -> Finder:
    return finder(TODAY)


@pytest.mark.parametrize(
    ("typed", "found", "kind"),
    [
        ("Herentals", "Herentals", "name"),
        ("  HERENTALS ", "Herentals", "name"),
        ("st niklaas", "Sint-Niklaas", "name"),
        ("Melle", "Merelbeke-Melle", "former"),
        ("Borsbeek", "Antwerpen", "former"),
        ("Zwijndrecht", "Beveren-Kruibeke-Zwijndrecht", "former"),
        ("Wondelgem", "Gent", "part"),
        ("2200", "Herentals", "postcode"),
        ("11007", "Antwerpen", "code"),
        ("antwerpn", "Antwerpen", "name"),
        ("Lokern", "Lokeren", "name"),
        ("bevern kruibeke", "Beveren-Kruibeke-Zwijndrecht", "name"),
        ("herenth", "Herenthout", "name"),
    ],
)
def test_it_comes_first(today: Finder, typed: str, found: str, kind: str) -> None:
    first = today.find(typed)[0]
    assert (first.name, first.kind) == (found, kind)


def test_an_exact_hit_comes_without_guesses(today: Finder) -> None:
    assert [hit.name for hit in today.find("gent") if hit.fit is Fit.TYPING_ERROR] == []


def test_what_resembles_nothing_finds_nothing(today: Finder) -> None:
    assert today.find("xqzvw") == ()


def test_a_map_of_long_ago_has_its_own_municipalities() -> None:
    assert finder(date(2018, 12, 31)).find("Melle")[0].nis == "44040"


@given(st.text(max_size=150))
def test_any_text_is_answered_with_at_most_eight_different_municipalities(typed: str) -> None:
    found = finder(TODAY).find(typed)
    assert len({hit.nis for hit in found}) == len(found) <= 8
