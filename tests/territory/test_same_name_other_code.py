"""A merged municipality may keep its name and get another code: names are never a key."""

from datetime import date

import pytest

from wortel.territory.domain.refusals import MunicipalityEnded, MunicipalityNotYetThere
from wortel.territory.domain.timeline import Timeline

KEPT_ITS_NAME = [
    ("Aalter", "44001", "44084", date(2019, 1, 1)),
    ("Deinze", "44011", "44083", date(2019, 1, 1)),
    ("Wingene", "37018", "37021", date(2025, 1, 1)),
    ("Tielt", "37015", "37022", date(2025, 1, 1)),
    ("Lochristi", "44034", "44087", date(2025, 1, 1)),
    ("Lokeren", "46014", "46029", date(2025, 1, 1)),
    ("Hasselt", "71022", "71072", date(2025, 1, 1)),
]


@pytest.mark.parametrize(("name", "old", "new", "on"), KEPT_ITS_NAME)
def test_the_same_name_is_two_municipalities(timeline: Timeline, name: str, old: str, new: str, on: date) -> None:
    assert timeline.find(old).name == timeline.find(new).name == name
    assert timeline.find(old).valid.end == timeline.find(new).valid.start == on
    assert [place.nis for place in timeline.successors(old, on)] == [new]
    assert old in [place.nis for place in timeline.predecessors(new, date(2018, 12, 31))]


@pytest.mark.parametrize(("name", "old", "new", "on"), KEPT_ITS_NAME)
def test_the_old_code_asked_too_late_names_its_successor(
    timeline: Timeline, name: str, old: str, new: str, on: date
) -> None:
    with pytest.raises(MunicipalityEnded) as refusal:
        timeline.municipality(old, on)
    assert refusal.value.successors == (new,)


@pytest.mark.parametrize(("name", "old", "new", "on"), KEPT_ITS_NAME)
def test_the_new_code_asked_too_early_names_its_predecessors(
    timeline: Timeline, name: str, old: str, new: str, on: date
) -> None:
    with pytest.raises(MunicipalityNotYetThere) as refusal:
        timeline.municipality(new, date(2018, 12, 31))
    assert old in refusal.value.predecessors
    assert len(refusal.value.predecessors) > 1
