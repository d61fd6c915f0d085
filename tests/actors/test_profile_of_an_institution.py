"""Registers may disagree: one value is shown, every value is kept with who said it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from wortel.actors.domain.linking import actor_ref, means_the_same, same_actor_keys
from wortel.actors.domain.profile import NothingSaid, compose, conflicts, provenance
from wortel.actors.domain.standing import StandingStatement
from wortel.actors.domain.statement import ActorStatement, SaidIdentifier


def said(source: str, key: str = "1", *, until: str = "", own: bool = False, **values: Any) -> StandingStatement:
    day = date.fromisoformat(until) if until else None
    statement = ActorStatement(**{"name": "De Klaver", **values}, stated_until=day)
    return StandingStatement(hash((source, key)), source, key, statement, until, is_own=own)


def number(scheme: str, value: str, *, is_valid: bool = True) -> SaidIdentifier:
    return SaidIdentifier(scheme, value, value, is_valid)


def test_an_own_statement_goes_before_a_newer_register_and_a_register_before_an_older_one() -> None:
    old, new = said("a", until="2015-06-30", name="Oud"), said("b", until="2026-01-01", name="Nieuw")
    own = said("c", until="2020-01-01", own=True, name="Eigen")
    assert compose([old, new]).name == "Nieuw"
    assert compose([old, new, own]).name == "Eigen"
    assert compose([old, new, own]).is_claimed
    assert [name.name for name in compose([old, new, own]).names] == ["Nieuw", "Oud"]


def test_the_order_of_arrival_decides_nothing() -> None:
    records = [said("b", website="https://b.example.org"), said("a", website="https://a.example.org"), said("c")]
    assert compose(records) == compose(records[::-1])
    assert compose(records).website == "https://a.example.org"


def test_silence_and_vague_words_never_hide_what_another_says() -> None:
    vague = said("a", until="2026-01-01", kind="other", status="unknown", website="")
    broad = said("b", until="2025-01-01", kind="association", sector="society")
    sharp = said("c", until="2015-01-01", kind="youth_group", sector="society", status="active", website="https://k.be")
    profile = compose([vague, broad, sharp])
    assert (profile.kind, profile.sector, profile.status, profile.website) == (
        "youth_group",
        "society",
        "active",
        "https://k.be",
    )


def test_every_value_is_kept_with_its_source_and_date() -> None:
    records = [
        said("a", until="2015-06-30", website="https://oud.be"),
        said("b", until="2026-01-01", website="https://nieuw.be"),
    ]
    told = provenance(records)["website"]
    assert [(one.value, one.source, one.stated_on) for one in told] == [
        ("https://nieuw.be", "b", "2026-01-01"),
        ("https://oud.be", "a", "2015-06-30"),
    ]
    assert set(conflicts(records)) == {"website"}


def test_agreement_in_other_words_is_no_conflict() -> None:
    records = [said("a", website="http://www.klaver.be/"), said("b", website="https://klaver.be", status="active")]
    assert conflicts(records) == {}


def test_sites_of_one_school_stay_apart_and_their_names_are_kept() -> None:
    first = said("a", "1", name="Momentum", postcode="3800", nis="71053", street="Kerkstraat")
    second = said("a", "2", name="Momentum kleuter", postcode="3800", nis="71053", street="Dorp")
    profile = compose([second, first])
    assert [(site.name, site.is_main) for site in profile.sites] == [("", True), ("Momentum kleuter", False)]
    assert [(name.name, name.kind) for name in profile.names] == [("Momentum kleuter", "site")]
    assert conflicts([first, second]) == {}


def test_two_registers_about_one_door_make_one_site_told_by_the_sharper_one() -> None:
    vague = said("a", until="2026-01-01", nis="44021")
    sharp = said("b", until="2015-01-01", nis="44021", postcode="9000", street="Kerkstraat", house_number="1")
    (site,) = compose([vague, sharp]).sites
    assert site.told_by is sharp
    assert site.is_main


def test_the_main_site_is_one_whose_municipality_is_known() -> None:
    nowhere = said("a", "1", place="Ergens")
    somewhere = said("a", "2", place="Gent", nis="44021")
    sites = compose([nowhere, somewhere]).sites
    assert [(site.told_by.key, site.is_main) for site in sites] == [("2", True), ("1", False)]


def test_the_same_number_from_two_registers_stands_once() -> None:
    records = [
        said("a", identifiers=(number("kbo", "1"),)),
        said("b", identifiers=(number("kbo", "1"), number("ovo", "2"))),
    ]
    assert [(it.scheme, it.value) for _, it in compose(records).identifiers] == [("kbo", "1"), ("ovo", "2")]


def test_nothing_said_is_nobody() -> None:
    with pytest.raises(NothingSaid):
        compose([])


def test_a_doubtful_number_and_a_school_board_s_number_recognise_nobody() -> None:
    doubtful = ActorStatement("X", kind="company", identifiers=(number("kbo", "1", is_valid=False),))
    school = ActorStatement("X", kind="primary_school", identifiers=(number("kbo", "1"), number("school", "7")))
    assert same_actor_keys(doubtful) == ()
    assert same_actor_keys(school) == (("school", "7"),)


@pytest.mark.parametrize(
    ("scheme", "kind", "other", "same_source", "is_site", "same"),
    [
        ("kbo", "municipality", "municipality", False, False, True),
        ("kbo", "municipality", "library", False, False, False),
        ("kbo", "university", "hospital", False, False, False),
        ("kbo", "company", "other", False, False, True),
        ("kbo", "knowledge_institution", "university", False, False, True),
        ("kbo", "municipal_company", "intermunicipal", True, False, False),
        ("kbo", "company", "company", True, False, False),
        ("kbo", "company", "company", True, True, True),
        ("school", "primary_school", "primary_school", True, False, True),
        ("school", "primary_school", "company", False, False, False),
    ],
)
def test_a_shared_number_means_the_same_institution_only_where_it_can(
    scheme: str, kind: str, other: str, same_source: bool, is_site: bool, same: bool
) -> None:
    assert means_the_same(scheme, kind, other, same_source=same_source, is_site=is_site) is same


def test_the_name_in_the_address_is_the_same_everywhere_and_fictional_ones_have_their_own_range() -> None:
    ref = actor_ref("register", "1", is_fictional=False)
    assert ref == actor_ref("register", "1", is_fictional=False) != actor_ref("register", "2", is_fictional=False)
    assert len(ref) == 10
    assert actor_ref("register", "1", is_fictional=True) == f"demo-{ref}"
