"""From the home page to a piece of evidence, and from there to a confirmed dispute; with and without JavaScript."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import expect

DESTELBERGEN = re.compile(r"/gemeenten/44013/$")


def _search_box(page: Any) -> Any:
    return page.get_by_role("search").locator("input[name=q]")


def test_a_municipality_is_found_by_typing_its_name(page) -> None:
    page.goto("/")
    _search_box(page).fill("Destelbergen")
    _search_box(page).press("Enter")
    expect(page).to_have_url(DESTELBERGEN)
    expect(page.get_by_role("heading", level=1)).to_have_text("Destelbergen")


def test_a_former_name_or_postcode_leads_to_the_municipality_of_today(page) -> None:
    for typed in ("9090", "Merelbeke-Melle", "merelbekke melle"):
        page.goto("/")
        _search_box(page).fill(typed)
        page.get_by_role("button", name="Toon", exact=True).click()
        expect(page.locator("main")).to_contain_text("Merelbeke-Melle")


def test_the_type_ahead_offers_municipalities_to_the_keyboard(open_page) -> None:
    page = open_page()
    page.goto("/")
    box = _search_box(page)
    box.press_sequentially("destelb")
    expect(page.get_by_role("option").first).to_contain_text("Destelbergen")
    box.press("ArrowDown")
    box.press("Enter")
    expect(page).to_have_url(DESTELBERGEN)


def test_the_map_leads_to_the_municipality(page) -> None:
    page.goto("/")
    page.locator('svg a[href="/gemeenten/44013/"]').click()
    expect(page).to_have_url(DESTELBERGEN)


def test_from_home_to_a_confirmed_dispute(page, site, request: pytest.FixtureRequest) -> None:
    address = f"bezoeker-{'met' if 'with script' in request.node.name else 'zonder'}@example.org"
    page.goto("/")
    _search_box(page).fill("9070")
    _search_box(page).press("Enter")
    expect(page).to_have_url(DESTELBERGEN)

    page.locator(".strip").get_by_role("link", name=re.compile(r"^2022 ?: betwist")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewijs over Destelbergen")
    page.get_by_role("link", name="Techniekatelier").click()
    expect(page.locator(".answer")).to_contain_text("Dat wordt betwist.")
    evidence = page.url

    page.get_by_role("link", name="Betwist deze melding").click()
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("link", name="Wat klopt er niet? – Vul dit in.")).to_be_visible()
    page.get_by_label("Wat klopt er niet?").fill("De reeks ging niet door.")
    page.get_by_label("Je naam").fill("An Peeters")
    page.get_by_label("Je e-mailadres").fill(address)
    page.get_by_role("button", name="Verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kijk in je mailbox")

    page.goto(site.link_mailed_to(address))
    expect(page.locator("main")).to_contain_text("De reeks ging niet door.")
    page.get_by_role("button", name="Bevestig en verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je, je melding is verstuurd")
    page.locator("main").get_by_role("link", name="Terug naar").click()
    expect(page).to_have_url(evidence)
    expect(page.locator("main")).to_contain_text("kijken het na")


def test_a_merged_municipality_points_on_to_its_successor(page) -> None:
    page.goto("/gemeenten/44043/")
    expect(page.locator(".answer")).to_contain_text("geen aparte gemeente meer")
    page.get_by_role("link", name="Naar Merelbeke-Melle").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Merelbeke-Melle")
