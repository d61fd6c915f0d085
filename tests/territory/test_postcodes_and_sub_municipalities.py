"""A postcode stays where it is; the municipality around it changes."""

import csv
from datetime import date
from pathlib import Path

import pytest

from wortel.territory.domain.refusals import UnknownPostcode, UnknownSubMunicipality
from wortel.territory.domain.timeline import Timeline

OLD, MIDDLE, NEW = date(2018, 12, 31), date(2024, 1, 1), date(2025, 1, 1)


def test_the_postcode_of_aalter_village_stays_while_the_code_changes(timeline: Timeline) -> None:
    names = [timeline.municipalities_of_postcode("9910", on)[0] for on in (OLD, MIDDLE)]
    assert [(place.nis, place.name) for place in names] == [("44029", "Knesselare"), ("44084", "Aalter")]


@pytest.mark.parametrize(("table", "code"), [("postcodes", "postcode"), ("submunicipalities", "code")])
def test_the_successions_agree_with_the_codes_of_2025(timeline: Timeline, tables: Path, table: str, code: str) -> None:
    with (tables / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            assert [place.nis for place in timeline.successors(row["nis_2018"], NEW)] == [row["nis_2025"]], row[code]


def test_all_postcodes_and_parts_are_found_from_the_municipalities_of_any_map(timeline: Timeline) -> None:
    for on in (OLD, MIDDLE, NEW):
        places = timeline.municipalities(on)
        assert sum(len(timeline.postcodes_of(place.nis, on)) for place in places) == 1154
        assert sum(len(timeline.submunicipalities_of(place.nis, on)) for place in places) == 1100


def test_brussels_postcodes_and_unknown_parts_are_refused(timeline: Timeline) -> None:
    with pytest.raises(UnknownPostcode):
        timeline.municipalities_of_postcode("1000", NEW)
    with pytest.raises(UnknownSubMunicipality):
        timeline.municipalities_of_submunicipality("99999Z", NEW)
