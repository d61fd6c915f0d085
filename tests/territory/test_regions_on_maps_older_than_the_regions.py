"""Reference regions date from 2022: earlier they are unknown, and a map that needs them says so by another question."""

from datetime import date

from wortel.territory.domain.timeline import Timeline

EARLY = date(2019, 6, 1)


def test_the_region_of_2019_is_unknown(timeline: Timeline) -> None:
    assert timeline.area_of("11001", "referentieregio", EARLY) is None
    assert timeline.areas("referentieregio", EARLY) == ()


def test_the_map_of_2019_borrows_the_earliest_region(timeline: Timeline) -> None:
    area = timeline.area_of_map("11056", "referentieregio", EARLY)
    assert area is not None
    assert area.name == "Regio Antwerpen"


def test_a_code_that_ended_before_the_regions_borrows_from_its_successor(timeline: Timeline) -> None:
    on = date(2018, 12, 31)
    borrowed = timeline.area_of_map("71047", "referentieregio", on)
    assert borrowed == timeline.area_of("72042", "referentieregio", date(2023, 1, 1))


def test_every_municipality_of_every_map_has_a_region_to_be_shown_in(timeline: Timeline) -> None:
    for on in (date(2018, 12, 31), EARLY, date(2025, 1, 1)):
        shown = [len(timeline.members_of_map("referentieregio", f"REFREG{n:02}", on)) for n in range(1, 16)]
        assert sum(shown) == len(timeline.municipalities(on))
        assert min(shown) > 0


def test_being_a_centre_city_is_never_borrowed(timeline: Timeline) -> None:
    assert timeline.area_of_map("73040", "centrumstad", EARLY) is None  # Kortessem, later part of Hasselt
