"""Every page of the site is looked at on a desk and on a phone, in light and in dark: by axe, and for its measures."""

from __future__ import annotations

from typing import Any

import pytest
from addresses import VISITS
from axe_playwright_python.base import AXE_SCRIPT

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
EVERY_RULE = {"runOnly": TAGS, "resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# What another width or another colour scheme can change; the rest of a page is the same to axe.
LOOKS = {
    "runOnly": {
        "type": "rule",
        "values": ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"],
    },
    "resultTypes": ["violations"],
}
# Rows after the tenth come out of the same line of the template.
ALIKE = {"exclude": [["tbody tr:nth-child(n+11)"], ["li:nth-child(n+21)"], [".map-areas > :nth-child(n+11)"]]}
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
# Two looks see both widths and both colour schemes: what is drawn light on a desk is drawn light on a phone.
LOOKED_AT = ((DESK, "light", EVERY_RULE), (PHONE, "dark", LOOKS))
# Inline links in a sentence need not be 44 px high (WCAG 2.5.8); buttons, fields and lists of links are.
CONTROLS = (
    ".button, select, input:not([type=hidden], [type=checkbox], [type=radio]), .choice, summary, .site-nav a, "
    ".pagination a, .exports a, .years a, .facet-list a, .chosen a, .list-links a, .doors a, .breadcrumbs a, "
    ".languages a, .site-foot li a, .sort"
)
LOW = (
    "all => all.map(e => [e.outerHTML.slice(0, 120), e.getBoundingClientRect().height])"
    ".filter(([, height]) => height > 1 && height < 43.5)"
)
REFUSED = (("", "/bestaat-niet/"), ("", "/dekking/?jaar=vroeger"))


@pytest.mark.parametrize(("person", "path"), [*VISITS, *REFUSED])
def test_nothing_is_wrong_too_wide_or_too_small(open_page, example, person: str, path: str) -> None:
    """axe finds nothing; a phone never scrolls sideways, down to 320 px; what is pressed there is 44 px high."""
    page = open_page(person, viewport=DESK)
    page.goto(path.format_map(example))
    page.evaluate(AXE_SCRIPT)
    found = []
    for size, scheme, rules in LOOKED_AT:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        response = page.evaluate("([within, rules]) => axe.run(within, rules)", [ALIKE, rules])
        found += [(size["width"], scheme, *fault) for fault in _faults(response)]
    assert found == []
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.locator(CONTROLS).evaluate_all(LOW) == []


def _faults(response: dict[str, Any]) -> list[tuple[str, str]]:
    return [(fault["id"], node["html"][:200]) for fault in response["violations"] for node in fault["nodes"][:3]]
