"""What stands on a map is text: no name, word or address can become markup."""

from __future__ import annotations

from wortel.territory.picture import Dot, MapArea, MapPicture

NASTY = "'s-Gravenvoeren\"><script>alert(1)</script>&"


def picture(*, href: str) -> MapPicture:
    area = MapArea("73109", NASTY, "M0 0", "reached", NASTY, href, is_selected=True)
    return MapPicture("", "0 0 1 1", (area,), (), (Dot(1, 2, 3.5, NASTY, href, NASTY, NASTY),), True, "")


def test_every_text_on_the_map_is_escaped() -> None:
    drawn = picture(href=NASTY)
    for svg in (drawn.areas_svg, drawn.dots_svg):
        assert "<script" not in svg
        assert "&lt;script&gt;" in svg
        assert 'Gravenvoeren"' not in svg


def test_what_leads_nowhere_is_no_link() -> None:
    assert "<a " not in picture(href="").areas_svg
    assert 'class="map-area is-selected"' in picture(href="").areas_svg
