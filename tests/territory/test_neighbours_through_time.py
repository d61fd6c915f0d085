"""Who touches whom, on the map of the day."""

from datetime import date

from wortel.territory.domain.timeline import Timeline

OLD, MIDDLE, NEW = date(2018, 12, 31), date(2024, 1, 1), date(2025, 1, 1)


def test_voeren_has_no_flemish_neighbour(timeline: Timeline) -> None:
    assert [timeline.neighbours("73109", on) for on in (OLD, MIDDLE, NEW)] == [(), (), ()]


def test_neighbours_are_mutual_and_stand_on_the_day(timeline: Timeline) -> None:
    for on in (OLD, MIDDLE, NEW):
        for place in timeline.municipalities(on):
            for other in timeline.neighbours(place.nis, on):
                assert on in other.valid
                assert place in timeline.neighbours(other.nis, on)


def test_antwerpen_no_longer_touches_borsbeek_but_what_borsbeek_touched(timeline: Timeline) -> None:
    before = {place.name for place in timeline.neighbours("11002", MIDDLE)}
    after = {place.name for place in timeline.neighbours("11002", NEW)}
    assert "Borsbeek" in before
    assert "Borsbeek" not in after
    assert {place.name for place in timeline.neighbours("11007", MIDDLE)} - {"Antwerpen"} <= after


def test_every_municipality_has_a_marker(timeline: Timeline) -> None:
    for on in (OLD, MIDDLE, NEW):
        assert all(timeline.marker(place.nis, on) for place in timeline.municipalities(on))
