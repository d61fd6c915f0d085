"""A row says what it says; what had to be mended is named, and what cannot be is refused with a way out."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wortel.actors.domain.fields import FIELDS
from wortel.actors.domain.reading import ReadRow, read_row
from wortel.actors.domain.statement import statement_of, values_of
from wortel.actors.domain.whereabouts import Whereabouts
from wortel.intake.domain.fields import propose_mapping
from wortel.intake.domain.statement import RowRefused
from wortel.intake.public import Field


def read(where: Whereabouts, **cells: str) -> ReadRow:
    return read_row({"key": "1", "name": "De Klaver", **cells}, where)


def repairs(row: ReadRow) -> set[tuple[str, str]]:
    return {(field, reason.key) for field, reason in row.repairs}


def problems(where: Whereabouts, **cells: str) -> set[tuple[str, str]]:
    with pytest.raises(RowRefused) as refused:
        read(where, **cells)
    return {(field, reason.key) for field, reason in refused.value.problems}


CLEAN: dict[str, str] = {
    "kind": "school basis",
    "sector": "onderwijs",
    "street": "Kerkstraat",
    "house_number": "1",
    "postcode": "9000",
    "place": "Gent",
    "municipality": "Gent",
    "nis": "44021",
    "lat": "51.05",
    "lon": "3.72",
    "precision": "adres",
    "website": "https://klaver.example.org",
    "identifiers": "schoolnummer=1271",
    "status": "actief",
    "stated_on": "2026-09-01",
}


def test_a_clean_row_needs_no_repair(where: Whereabouts) -> None:
    row = read(where, **CLEAN)
    said = row.statement
    assert row.repairs == ()
    assert (said.kind, said.sector, said.status, said.nis, said.precision) == (
        "primary_school",
        "education",
        "active",
        "44021",
        "address",
    )


@pytest.mark.parametrize(
    ("cells", "field", "repair", "shown"),
    [
        ({"name": " De  Klaver "}, "name", "actors.trimmed", {"name": "De Klaver"}),
        ({"place": "Wilrijk (Antwerpen)"}, "place", "actors.remark_in_place", {"place": "Wilrijk"}),
        ({"place": "Unknown"}, "place", "actors.word_for_nothing", {"place": ""}),
        ({"identifiers": "schoolnummer=001271"}, "identifiers", "actors.leading_zero_dropped", {}),
        ({"kbo": "0123.456.748"}, "kbo", "actors.check_digit_wrong", {}),
        ({"kind": "blauwe maandag"}, "kind", "actors.kind_unknown", {"kind": "other", "kind_raw": "blauwe maandag"}),
        (
            {"kind": "gemeente", "sector": "onderzoek"},
            "sector",
            "actors.sector_contradicts_kind",
            {"sector": "research"},
        ),
        ({"status": "op reis"}, "status", "actors.status_unknown", {"status": "unknown"}),
        ({"website": "klaver.be"}, "website", "actors.website_scheme_added", {"website": "https://klaver.be"}),
        ({"postcode": "B-9000 Gent"}, "postcode", "actors.postcode_mended", {"postcode": "9000", "place": "Gent"}),
        ({"nis": "44021.0"}, "nis", "actors.nis_mended", {"nis": "44021"}),
        ({"lat": "3.72", "lon": "51.05"}, "lat", "actors.point_reversed", {"lat": 51.05, "lon": 3.72}),
        ({"lat": "48.85", "lon": "2.35"}, "lat", "actors.point_outside_belgium", {"lat": None, "lon": None}),
        ({"lat": "51,05", "lon": "3,72"}, "lat", "actors.decimal_comma", {"lat": 51.05}),
        ({"lat": "51.05"}, "lon", "actors.half_a_point", {"lat": None}),
        ({"nis": "44021", "lat": "50.93", "lon": "5.33"}, "lat", "actors.point_far_away", {"lat": 50.93}),
        ({"nis": "44021", "postcode": "3500"}, "postcode", "actors.places_disagree", {"nis": "44021"}),
        (
            {"attributes": "geen json"},
            "attributes",
            "actors.attributes_not_json",
            {"attributes": {"text": "geen json"}},
        ),
    ],
)
def test_every_repair_is_named(
    where: Whereabouts, cells: dict[str, str], field: str, repair: str, shown: dict[str, Any]
) -> None:
    row = read(where, **cells)
    assert (field, repair) in repairs(row)
    assert {name: getattr(row.statement, name) for name in shown} == shown


@pytest.mark.parametrize(
    ("cells", "field", "problem"),
    [
        ({"name": ""}, "name", "actors.no_name"),
        ({"name": "x" * 301}, "name", "actors.too_long"),
        ({"name": "De\x00Klaver"}, "name", "actors.unwritable"),
        ({"nis": "99999"}, "nis", "actors.nis_never_existed"),
        ({"nis": "4402"}, "nis", "actors.nis_malformed"),
        ({"nis": "44001", "stated_on": "2019-01-01"}, "nis", "actors.nis_ended"),
        ({"nis": "44001"}, "nis", "actors.nis_ended_undated"),
        ({"stated_on": "99999-01-01"}, "stated_on", "actors.date_impossible"),
        ({"stated_on": "2026-02-30"}, "stated_on", "actors.date_impossible"),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(
    where: Whereabouts, cells: dict[str, str], field: str, problem: str
) -> None:
    assert problems(where, **cells) == {(field, problem)}


def test_every_problem_of_a_row_is_told_at_once(where: Whereabouts) -> None:
    assert problems(where, name="", nis="99999") == {("name", "actors.no_name"), ("nis", "actors.nis_never_existed")}


def test_a_code_may_have_ended_when_the_row_is_older_or_the_body_ended_too(where: Whereabouts) -> None:
    assert read(where, nis="44001", stated_on="2018-05").statement.nis == "44001"
    merged = read(where, nis="11007", kind="gemeente", status="gefuseerd", stated_on="2026-07-24")
    assert (merged.statement.nis, merged.statement.status) == ("11007", "merged")


def test_a_code_younger_than_the_row_is_taken_and_said(where: Whereabouts) -> None:
    row = read(where, nis="71072", stated_on="2015-06")
    assert row.statement.nis == "71072"
    assert ("nis", "actors.nis_is_younger") in repairs(row)


def test_brussels_lies_outside_the_region_and_that_is_fine(where: Whereabouts) -> None:
    row = read(where, nis="21004", municipality="Brussel", postcode="1000")
    assert (row.statement.nis, row.repairs) == ("21004", ())


@pytest.mark.parametrize(
    ("cells", "nis"),
    [
        ({"postcode": "9880"}, "44084"),
        ({"postcode": "9880", "stated_on": "2015-06"}, "44001"),
        ({"municipality": "Aalter"}, "44084"),
        ({"municipality": "Aalter", "stated_on": "2015-06"}, "44001"),
        ({"place": "Kessel-Lo (Leuven)"}, "24062"),
        ({"place": "Heusden (Ovl.)"}, "44013"),
        ({"place": "Heusden"}, ""),
        ({"place": "Nergenshuizen"}, ""),
        ({"municipality": "Borsbeek", "stated_on": "2026"}, "11002"),
        ({"municipality": "Elsene"}, "21009"),
        ({}, ""),
    ],
)
def test_without_a_code_the_place_decides_if_it_can_mean_one_municipality(
    where: Whereabouts, cells: dict[str, str], nis: str
) -> None:
    assert read(where, **cells).statement.nis == nis


def test_a_name_nobody_knows_is_not_called_a_postcode(where: Whereabouts) -> None:
    row = read(where, municipality="Antwerpn", postcode="2000")
    (derived,) = (reason for field, reason in row.repairs if field == "nis")
    assert (derived.key, derived.parameters["said"]) == ("actors.nis_from_postcode", "2000")


def test_a_former_municipality_is_named_as_such(where: Whereabouts) -> None:
    row = read(where, municipality="Kortessem", nis="71072", stated_on="2025-03-01")
    assert repairs(row) == {("municipality", "actors.former_municipality")}
    older = read(where, municipality="Kortessem", stated_on="2024-03-01")
    assert ("municipality", "actors.former_municipality") not in repairs(older)


def test_a_dated_role_and_a_working_area_are_read_from_the_source_s_own_words(where: Whereabouts) -> None:
    row = read(
        where,
        roles="STEM-academie (2019/2023-12-31)",
        kind="autonoom provinciebedrijf",
        attributes='{"werkingsgebied_2023": "Antwerpen", "rol_of_bewijs": "partner Neteland; iets anders"}',
    )
    assert [(role.role, str(role.valid_from), str(role.valid_to)) for role in row.statement.roles] == [
        ("stem_academy", "2019-01-01", "2024-01-01"),
        ("project_partner", "None", "None"),
        ("mentioned", "None", "None"),
    ]
    assert [(area.scheme, area.area) for area in row.statement.working_areas] == [("provincie", "10000")]
    town = read(where, kind="agb", attributes='{"werkingsgebied_2023": "Antwerpen"}')
    assert [(area.scheme, area.area) for area in town.statement.working_areas] == [("gemeente", "11002")]


def test_a_row_without_key_gets_one_from_its_own_number_or_its_name_and_place(where: Whereabouts) -> None:
    def key(**cells: str) -> str:
        return read_row({"name": "De Klaver", **cells}, where).key

    assert key(school="1271", site_number="2") == "school:1271-2"
    assert key(kbo="0123.456.749") == "kbo:0123456749"
    assert key(postcode="9000") == key(postcode="9000", status="actief") != key(postcode="3500")
    assert key(kind="school basis", kbo="0123.456.749").startswith("naam:")


def test_what_is_kept_in_the_database_is_what_was_said(where: Whereabouts) -> None:
    said = read(where, **CLEAN, roles="RTC (2019/)", working_area="Gent", alt_names="Klavertje|K4").statement
    assert statement_of(values_of(said)) == said


@given(st.dictionaries(st.sampled_from([field.name for field in FIELDS]), st.text(max_size=30), max_size=12))
def test_any_row_is_taken_or_refused_but_never_falls_over(where: Whereabouts, cells: dict[str, str]) -> None:
    with suppress(RowRefused):
        row = read_row(cells, where)
        assert statement_of(values_of(row.statement)) == row.statement


def test_columns_of_official_files_are_recognised() -> None:
    fields: list[Field] = list(FIELDS)
    schools = "schoolnummer;intern_vplnummer;naam;net;adres;straat;huisnummer;busnummer;postcode;gemeente;niscode;lx;ly"
    column_of = propose_mapping(schools.split(";"), fields).column_of
    assert (column_of["school"], column_of["site_number"], column_of["x72"]) == (
        "schoolnummer",
        "intern_vplnummer",
        "lx",
    )
    assert (column_of["municipality"], column_of["nis"], column_of["street"]) == ("gemeente", "niscode", "straat")
    kbo = "EnterpriseNumber,EstablishmentNumber,Denomination,Zipcode,MunicipalityNL,StreetNL,HouseNumber,Box,Status"
    column_of = propose_mapping(kbo.split(","), fields).column_of
    assert (column_of["kbo"], column_of["kbo_establishment"]) == ("EnterpriseNumber", "EstablishmentNumber")
    assert (column_of["name"], column_of["postcode"]) == ("Denomination", "Zipcode")
