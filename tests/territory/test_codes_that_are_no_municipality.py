"""A code may be unknown, or known and outside Flanders; both are facts, not empty answers."""

from datetime import date

import pytest

from wortel.territory.domain.gazetteer import Gazetteer
from wortel.territory.domain.places import Succession
from wortel.territory.domain.refusals import GazetteerContradicts, OutsideFlanders, UnknownMunicipality
from wortel.territory.domain.timeline import Timeline


@pytest.mark.parametrize("nis", ["99999", "", "4401", "Aalter"])
def test_an_unknown_code_is_refused(timeline: Timeline, nis: str) -> None:
    with pytest.raises(UnknownMunicipality):
        timeline.find(nis)


def test_a_brussels_code_is_outside_flanders(timeline: Timeline) -> None:
    with pytest.raises(OutsideFlanders) as refusal:
        timeline.municipality("21001", date(2025, 1, 1))
    assert refusal.value.name == "Anderlecht"


def test_rows_that_name_a_code_without_a_municipality_are_refused() -> None:
    with pytest.raises(GazetteerContradicts):
        Timeline.of(Gazetteer((), successions=(Succession(date(2025, 1, 1), "11007", "11002"),)))
