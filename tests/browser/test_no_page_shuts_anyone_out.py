"""axe looks at every page of the site, on a desk and on a phone, in light and in dark."""

from __future__ import annotations

from typing import Any

import pytest
from addresses import VISITS
from axe_playwright_python.base import AXE_SCRIPT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"runOnly": TAGS, "resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# Rows after the tenth come out of the same line of the template.
ALIKE = {"exclude": [["tbody tr:nth-child(n+11)"], ["li:nth-child(n+21)"], [".map-areas > :nth-child(n+11)"]]}
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# Two looks see both widths and both colour schemes: what is drawn light on a desk is drawn light on a phone.
LOOKED_AT = ((DESK, "light"), (PHONE, "dark"))
REFUSED = (("", "/bestaat-niet/"), ("", "/dekking/?jaar=vroeger"))


@pytest.mark.parametrize(("person", "path"), [*VISITS, *REFUSED])
def test_axe_finds_nothing_wrong(open_page, example, person: str, path: str) -> None:
    page = open_page(person, viewport=DESK)
    page.goto(path.format_map(example))
    page.evaluate(AXE_SCRIPT)
    found = []
    for size, scheme in LOOKED_AT:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        response = page.evaluate("([within, rules]) => axe.run(within, rules)", [ALIKE, EVERY_RULE])
        found += [(size["width"], scheme, *fault) for fault in _faults(response)]
    assert found == []


def _faults(response: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault["id"], node["html"][:200]) for fault in response["violations"] for node in fault["nodes"][:3]]
