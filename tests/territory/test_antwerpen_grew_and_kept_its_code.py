"""11002 before and after 2025 is one code with two territories: Borsbeek (11007) joined."""

from datetime import date

from wortel.territory.domain.places import Place
from wortel.territory.domain.timeline import Timeline

BEFORE, AFTER = date(2024, 6, 1), date(2025, 6, 1)


def test_antwerpen_of_2025_was_two_codes(timeline: Timeline) -> None:
    assert [place.name for place in timeline.predecessors("11002", BEFORE)] == ["Antwerpen", "Borsbeek"]


def test_antwerpen_of_2024_was_one_code(timeline: Timeline) -> None:
    assert [place.nis for place in timeline.predecessors("11002", date(2019, 1, 1), seen_from=BEFORE)] == ["11002"]


def test_a_fact_of_2025_cannot_be_carried_back_on_the_code_alone(timeline: Timeline) -> None:
    carried = timeline.carry(Place("11002"), AFTER, BEFORE)
    assert (carried.result, carried.certain) == ((), False)
    assert carried.reason.key == "territory.carry.ambiguous"
    assert carried.reason["candidates"] == ("11002", "11007")


def test_a_postcode_pins_it_down(timeline: Timeline) -> None:
    assert timeline.carry(Place("11002", postcode="2150"), AFTER, BEFORE).result == ("11007",)
    assert timeline.carry(Place("11002", postcode="2000"), AFTER, BEFORE).result == ("11002",)


def test_so_does_a_sub_municipality(timeline: Timeline) -> None:
    ekeren = timeline.carry(Place("11002", submunicipality="11002P"), AFTER, BEFORE)
    assert (ekeren.result, ekeren.certain, ekeren.reason.key) == (("11002",), True, "territory.carry.pinned")


def test_a_fact_of_2024_goes_forward_unchanged(timeline: Timeline) -> None:
    carried = timeline.carry(Place("11002"), BEFORE, AFTER)
    assert (carried.result, carried.certain) == (("11002",), True)
