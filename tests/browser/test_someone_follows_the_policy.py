"""The coverage page: another year, other boundaries, a comparison, a region; with and without JavaScript."""

from __future__ import annotations

import re

from playwright.sync_api import expect


def test_another_year_is_one_click_away(page) -> None:
    page.goto("/dekking/")
    page.get_by_role("navigation", name="Kies een jaar").get_by_role("link", name="2022", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie werd bereikt in 2022?")


def test_the_slider_changes_the_year_without_a_button(open_page) -> None:
    page = open_page()
    page.goto("/dekking/?jaar=2022")
    page.get_by_role("slider", name="Jaar").press("ArrowLeft")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wie werd bereikt in 2021?")
    expect(page).to_have_url(re.compile("jaar=2021"))


def test_older_boundaries_bring_the_older_denominator(page) -> None:
    page.goto("/dekking/?jaar=2022")
    expect(page.locator(".answer")).to_contain_text("van de 285 gemeenten")
    older = page.get_by_label("Kaart met gemeenten").locator("option", has_text="300")
    page.get_by_label("Kaart met gemeenten").select_option(older.get_attribute("value"))
    page.get_by_role("button", name="Toon").click()
    expect(page.locator(".answer")).to_contain_text("van de 300 gemeenten")


def test_a_comparison_names_who_was_gained_and_who_was_lost(page) -> None:
    page.goto("/dekking/?jaar=2022")
    page.get_by_label("Vergelijk met").select_option("2021")
    page.get_by_role("button", name="Toon").click()
    expect(page.get_by_role("heading", name="Van 2021 naar 2022")).to_be_visible()
    expect(page.get_by_role("region", name="Van 2021 naar 2022")).to_contain_text(re.compile("Kwam erbij: \\d+"))


def test_totals_per_region_lead_to_the_region_and_its_municipalities(page) -> None:
    page.goto("/dekking/?jaar=2022")
    page.get_by_label("Totalen per", exact=True).select_option("referentieregio")
    page.get_by_role("button", name="Toon").click()
    page.get_by_role("region", name="Totalen per").get_by_role("link", name="Regio Gent").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Regio Gent")
    page.locator("table").get_by_role("link", name="Destelbergen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Destelbergen")


def test_a_number_is_a_door_to_the_evidence(page) -> None:
    page.goto("/dekking/?jaar=2022")
    page.get_by_role("link", name=re.compile(r"^Bekijk de \d+ melding")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bewijs")
    expect(page.get_by_role("combobox", name="Jaar")).to_have_value("2022")


def test_english_keeps_the_page_and_what_was_asked(page) -> None:
    page.goto("/dekking/?jaar=2022&tegenover=2021")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/dekking/\?jaar=2022&tegenover=2021$"))
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="Nederlands").click()
    expect(page).to_have_url(re.compile(r"[0-9]/dekking/\?jaar=2022&tegenover=2021$"))
