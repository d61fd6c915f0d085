"""Every story of data/demo/README.md that actors and evidence can tell, for any seed."""

from __future__ import annotations

from datetime import date

import pytest

from wortel.demo.domain import stories
from wortel.demo.domain.size import Size

MAP_2024, MAP_2026 = date(2024, 12, 31), date(2026, 9, 1)
SEEDS = pytest.mark.parametrize("seed", [1, 2, 3])


@SEEDS
def test_what_an_academy_reports_is_contested_in_one_town(world, states, seed: int) -> None:
    assert states(world(Size.S, seed), 2022)[stories.DESTELBERGEN] == "contested"
    assert states(world(Size.S, seed), 2021)[stories.DESTELBERGEN] == "reached"


@SEEDS
def test_a_merger_moves_a_fact_of_merelbeke_to_merelbeke_melle(world, states, seed: int) -> None:
    then, now = states(world(Size.S, seed), 2024, MAP_2024), states(world(Size.S, seed), 2024, MAP_2026)
    assert (then[stories.MERELBEKE], then[stories.MELLE]) == ("reached", "unknown")
    assert now[stories.MERELBEKE_MELLE] == "reached"


@SEEDS
def test_a_postcode_carries_a_later_fact_back_to_the_right_half(world, states, seed: int) -> None:
    told = [row for row in world(Size.S, seed).evidence if row.key == f"demo:2025-{stories.MERELBEKE_MELLE}-verhaal"]
    assert [row.postcode for row in told] == ["9090"]
    assert states(world(Size.S, seed), 2025, MAP_2024)[stories.MELLE] == "reached"


@SEEDS
def test_a_partner_that_does_not_report_leaves_the_unknown_behind(world, states, seed: int) -> None:
    assert states(world(Size.S, seed), 2022)[stories.DE_PINTE] == "reached"
    assert states(world(Size.S, seed), 2023)[stories.DE_PINTE] == "unknown"


@SEEDS
def test_where_stem_is_scarce_nobody_is_reached_and_no_academy_sits(world, states, seed: int) -> None:
    large = world(Size.L, seed)
    for year in range(2019, 2027):
        found = states(large, year)
        assert all(found[nis] in ("unknown", "not_reached") for nis in stories.SCARCE if nis in found)
    starters = ("stem_academy", "learning_ecosystem")
    rows = [row for edition in large.editions for row in edition.rows if row.nis in stories.SCARCE]
    assert rows
    assert not [row.name for row in rows if row.kind in starters]


def test_a_firm_looks_for_a_school_and_a_school_for_a_firm(alliance) -> None:
    by_key = {row.key: row for edition in alliance.editions for row in edition.rows}
    firm, school = by_key["demo:verhaal:bedrijf"], by_key["demo:verhaal:school"]
    assert "Zoekt" in firm.attributes["vraag_of_aanbod"]
    assert "Zoekt" in school.attributes["vraag_of_aanbod"]
    assert not [row for row in by_key.values() if row.kind == "secondary_school" and row.nis == firm.nis]


def test_two_registers_name_one_club_differently_under_one_number(alliance) -> None:
    clubs = [row for edition in alliance.editions for row in edition.rows if row.key.endswith("verhaal:club")]
    newest = [row for row in clubs if row.stated_on.year == 2026]
    assert len({row.name for row in newest}) == 2
    assert len({row.number for row in newest}) == 1
    assert all(newest[0].number)


def test_one_series_turns_the_share_of_girls_around(alliance) -> None:
    told = [row for row in alliance.evidence if row.title == stories.GIRLS_SERIES]
    assert told
    assert all("18 deelnemers, van wie 14 meisjes" in row.basis for row in told)
