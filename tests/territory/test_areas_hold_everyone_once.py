"""Fifteen reference regions, five provinces, thirteen centre cities: their members add up."""

from collections import Counter
from datetime import date

import pytest

from wortel.territory.domain.refusals import UnknownArea
from wortel.territory.domain.timeline import Timeline


@pytest.mark.parametrize(
    ("scheme", "areas", "members"),
    [
        ("provincie", 5, 285),
        ("referentieregio", 15, 285),
        ("arrondissement", 22, 285),
        ("rtc", 5, 285),
        ("centrumstad", 1, 13),
        ("vlaamse_rand", 1, 19),
        ("eerstelijnszone", 56, 285),
        ("vervoerregio", 15, 285),
    ],
)
def test_members_of_all_areas_add_up(timeline: Timeline, scheme: str, areas: int, members: int) -> None:
    on = date(2025, 1, 1)
    found = [timeline.members(scheme, area.code, on) for area in timeline.areas(scheme, on)]
    counts = Counter(place.nis for group in found for place in group)
    assert (len(found), sum(counts.values())) == (areas, members)
    assert set(counts.values()) == {1}


def test_hasselt_is_a_centre_city_under_both_codes(timeline: Timeline) -> None:
    for nis, on in (("71022", date(2024, 12, 31)), ("71072", date(2025, 1, 1))):
        assert timeline.area_of(nis, "centrumstad", on) is not None
        assert len(timeline.members("centrumstad", "CS", on)) == 13


def test_an_unknown_division_or_area_is_refused(timeline: Timeline) -> None:
    with pytest.raises(UnknownArea):
        timeline.areas("kanton", date(2025, 1, 1))
    with pytest.raises(UnknownArea):
        timeline.members("provincie", "99999", date(2025, 1, 1))
