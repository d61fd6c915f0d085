"""The directory: search, filter, look, take along, claim; with and without JavaScript."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

LINE = ".list-lines > li"


def _shown(page: Any) -> int:
    """How many actors the sentence on top counts."""
    found = re.search(r"\d[\d.]*", page.locator(".answer").inner_text())
    assert found is not None, "the sentence counts nobody"
    return int(found[0].replace(".", ""))


def _downloaded(page: Any, label: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("link", name=label, exact=True).click()
    return Path(waiting.value.path()).read_bytes()


def test_a_typing_error_is_forgiven_and_said(page) -> None:
    page.goto("/actoren/")
    page.get_by_label("Zoek een actor").fill("Pixelbom")
    page.get_by_role("search").get_by_role("button", name="Zoek").click()
    expect(page.locator(LINE).first).to_contain_text("Codeclub Pixelboom")
    expect(page.get_by_text("we toonden “pixelboom”")).to_be_visible()


def test_a_facet_narrows_the_list_to_what_it_counted(page) -> None:
    page.goto("/actoren/")
    everyone = _shown(page)
    facet = page.locator(".facet-list a", has_text="Onderwijs").first
    counted = int(facet.locator(".facet-count").inner_text().replace(".", ""))
    facet.click()
    expect(page.locator(".chosen a")).to_have_count(1)
    assert _shown(page) == counted < everyone
    page.locator(".chosen a").click()
    expect(page.locator(".chosen a")).to_have_count(0)
    assert _shown(page) == everyone


def test_from_the_list_to_an_actor_and_where_each_value_comes_from(page) -> None:
    page.goto("/actoren/?q=pixelboom")
    page.get_by_role("link", name="Codeclub Pixelboom").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pixelboom")
    sources = page.get_by_role("region", name="Wie zegt wat")
    expect(sources.get_by_text("bronnen spreken elkaar tegen").first).to_be_visible()
    row = sources.get_by_role("link").first
    assert page.locator(row.get_attribute("href")).count() == 1


def test_what_is_taken_along_is_what_is_shown(page) -> None:
    page.goto("/actoren/?regio=REFREG13")
    shown = _shown(page)
    assert shown > 0
    rows = list(csv.reader(io.StringIO(_downloaded(page, "CSV").decode("utf-8-sig"))))
    assert len(rows) - 1 == shown
    sheet = load_workbook(io.BytesIO(_downloaded(page, "XLSX")), read_only=True).worksheets[-1]
    assert sum(1 for _ in sheet.iter_rows(values_only=True)) - 1 == shown
    assert len(json.loads(_downloaded(page, "JSON"))["rows"]) == shown


def test_the_map_shows_the_same_actors_as_the_list(page) -> None:
    page.goto("/actoren/?provincie=40000")
    shown = _shown(page)
    page.get_by_role("link", name="Kaart", exact=True).click()
    expect(page.locator("svg.map .map-dot").first).to_be_attached()
    counts = page.get_by_role("table", name="Actoren per gemeente").locator("td").all_inner_texts()
    placed = sum(int(count.replace(".", "")) for count in counts)
    assert _shown(page) == shown >= placed > 0


def test_nobody_found_shows_the_way_out(page) -> None:
    page.goto("/actoren/?q=qqqqqq")
    expect(page.get_by_text("Niemand gevonden")).to_be_visible()
    page.get_by_role("link", name="Begin opnieuw").click()
    expect(page.locator(LINE).first).to_be_visible()


def test_whoever_it_is_about_can_claim_a_profile(page, site, request: pytest.FixtureRequest) -> None:
    address = f"club-{'met' if 'with script' in request.node.name else 'zonder'}@example.org"
    page.goto("/actoren/?q=pixelboom")
    page.locator(LINE).first.get_by_role("link").click()
    page.locator("main").get_by_role("link", name="Dit is mijn organisatie").first.click()
    page.get_by_label("Waarom mag jij dit profiel beheren?").fill("Ik ben de voorzitter.")
    page.get_by_label("Je naam").fill("An Peeters")
    page.get_by_label("Je e-mailadres").fill(address)
    page.get_by_label("Je organisatie").fill("Codeclub Pixelboom")
    page.get_by_role("button", name="Verstuur").click()
    page.goto(site.link_mailed_to(address))
    page.get_by_role("button", name="Bevestig en verstuur").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dank je, je melding is verstuurd")
