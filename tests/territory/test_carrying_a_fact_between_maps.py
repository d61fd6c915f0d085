"""Forward is exact; backward is exact only where nothing merged; nothing is guessed."""

from datetime import date

import pytest

from wortel.territory.domain.places import Place
from wortel.territory.domain.refusals import MunicipalityEnded, UnknownPostcode
from wortel.territory.domain.timeline import Timeline

OLD, MIDDLE, NEW = date(2018, 12, 31), date(2023, 1, 1), date(2026, 1, 1)


def test_forward_over_a_merger_is_certain(timeline: Timeline) -> None:
    carried = timeline.carry(Place("44029"), OLD, NEW)
    assert (carried.result, carried.certain, carried.reason.key) == (("44084",), True, "territory.carry.forward")


def test_backward_into_a_merger_is_not(timeline: Timeline) -> None:
    carried = timeline.carry(Place("44085"), MIDDLE, OLD)
    assert (carried.result, carried.certain) == ((), False)
    assert carried.reason["candidates"] == ("44036", "44072", "44080")


def test_backward_is_certain_when_the_code_never_changed(timeline: Timeline) -> None:
    carried = timeline.carry(Place("11001"), NEW, OLD)
    assert (carried.result, carried.certain, carried.reason.key) == (("11001",), True, "territory.carry.unchanged")


def test_a_detail_that_lies_elsewhere_pins_nothing(timeline: Timeline) -> None:
    carried = timeline.carry(Place("44085", postcode="2000"), MIDDLE, OLD)
    assert (carried.result, carried.certain, carried.reason.key) == ((), False, "territory.carry.contradicted")


def test_a_detail_that_lies_elsewhere_does_not_spoil_an_exact_answer(timeline: Timeline) -> None:
    carried = timeline.carry(Place("44029", postcode="2000"), OLD, NEW)
    assert (carried.result, carried.reason.key) == (("44084",), "territory.carry.contradicted")


def test_a_code_that_did_not_stand_on_the_day_of_the_fact_is_refused(timeline: Timeline) -> None:
    with pytest.raises(MunicipalityEnded):
        timeline.carry(Place("44029"), MIDDLE, NEW)


def test_a_postcode_nobody_has_is_refused(timeline: Timeline) -> None:
    with pytest.raises(UnknownPostcode):
        timeline.carry(Place("11002", postcode="1000"), NEW, OLD)
