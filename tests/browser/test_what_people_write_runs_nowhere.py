"""Markup and script that people typed are read as text by the desk, by colleagues and in mails of the demo."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import expect
from running_site import Site
from test_someone_acts_for_an_organisation import as_person, type_the_code

MARKED = "window.taken=1"
PAYLOAD = f"\"'><img src=x onerror={MARKED}><script>{MARKED}</script><a href=javascript:{MARKED}>klik</a>{{{{7*7}}}}"


def reads_as_text(page: Any, *paths: str) -> None:
    """Opens the pages; the payload stands there in full, and nothing of it became an element or ran."""
    for path in paths:
        page.goto(path)
        expect(page.locator("body")).to_contain_text(PAYLOAD)
        assert page.evaluate("window.taken") is None, path
        assert page.locator("img[src=x], a[href^=javascript]").count() == 0, path


def test_a_claim_and_a_name_full_of_markup_are_text_for_whoever_reads_them(open_page: Any, site: Site) -> None:
    address = f"mo{time.monotonic_ns()}@example.org"
    mo = open_page()
    mo.goto("/aanmelden/")
    type_the_code(mo, site, address, 0)
    expect(mo.get_by_label("Je naam")).to_be_visible()
    mo.get_by_label("Je naam").fill(PAYLOAD[:120])
    mo.get_by_label("Je naam").press("Enter")
    expect(mo.get_by_role("status")).to_contain_text("Je naam is bewaard.")

    ref = site.json("/api/v1/actors?q=universiteit+gent")["items"][0]["ref"]
    mo.goto(f"/organisaties/{ref}/claim/")
    mo.get_by_label("Waarom mag jij dit profiel beheren?").fill(PAYLOAD)
    mo.get_by_role("button", name="Laat het nakijken").click()
    expect(mo.get_by_role("status")).to_contain_text("Je krijgt het antwoord per mail.")

    victor = as_person(open_page, "victor", script=True)
    victor.goto("/balie/?soort=aanvraag")
    matter = victor.get_by_role("link", name="Universiteit Gent").first.get_attribute("href")
    assert matter is not None
    reads_as_text(victor, matter)

    mo.goto(f"/organisaties/{ref}/claim/")
    mo.get_by_role("button", name="Trek mijn aanvraag in").click()
