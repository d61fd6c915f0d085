"""Zwijndrecht (11056) went to the region Waasland in 2022 and to the province of Oost-Vlaanderen in 2025."""

from datetime import date

from wortel.territory.domain.timeline import Timeline


def name_of_area(timeline: Timeline, nis: str, scheme: str, on: date) -> str | None:
    area = timeline.area_of(nis, scheme, on)
    return area.name if area else None


def test_the_province_is_that_of_the_day(timeline: Timeline) -> None:
    assert name_of_area(timeline, "11056", "provincie", date(2024, 12, 31)) == "Antwerpen"
    assert name_of_area(timeline, "46030", "provincie", date(2025, 1, 1)) == "Oost-Vlaanderen"


def test_the_reference_region_changed_before_the_merger(timeline: Timeline) -> None:
    assert name_of_area(timeline, "11056", "referentieregio", date(2022, 3, 1)) == "Regio Antwerpen"
    assert name_of_area(timeline, "11056", "referentieregio", date(2023, 1, 1)) == "Waasland"
    assert name_of_area(timeline, "46030", "referentieregio", date(2025, 1, 1)) == "Waasland"


def test_the_five_provinces_hold_everyone_before_and_after(timeline: Timeline) -> None:
    for on, antwerp, total in ((date(2024, 12, 31), 69, 300), (date(2025, 1, 1), 67, 285)):
        sizes = {
            area.name: len(timeline.members("provincie", area.code, on)) for area in timeline.areas("provincie", on)
        }
        assert len(sizes) == 5
        assert (sizes["Antwerpen"], sum(sizes.values())) == (antwerp, total)
