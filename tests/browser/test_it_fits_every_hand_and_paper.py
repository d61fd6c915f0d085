"""Keyboard only, and paper."""

from __future__ import annotations

from playwright.sync_api import expect


def _press_until(page, key: str, selector: str, at_most: int = 60) -> None:
    for _ in range(at_most):
        page.keyboard.press(key)
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} was not reached with {at_most} times {key}")


def test_the_first_tab_skips_to_the_content(open_page) -> None:
    page = open_page()
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#zoek-gemeente")).to_be_focused()


def test_the_keyboard_reaches_a_municipality_through_the_tables_twin_of_the_map(open_page) -> None:
    page = open_page()
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    _press_until(page, "Tab", 'main a[href="/gemeenten/"]')
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Gemeenten")
    _press_until(page, "Tab", 'td a, tbody th a[href="/gemeenten/41002/"]')
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aalst")


def test_paper_says_that_it_is_a_demo_and_where_it_came_from(open_page) -> None:
    page = open_page()
    page.goto("/dekking/?jaar=2022")
    page.emulate_media(media="print")
    expect(page.get_by_text("Deze omgeving toont fictieve gegevens.")).to_be_visible()
    expect(page.locator(".print-only")).to_contain_text("/dekking/?jaar=2022")
    expect(page.locator("svg.map")).to_be_visible()
    expect(page.get_by_role("navigation", name="Hoofdmenu")).to_be_hidden()
    expect(page.get_by_role("button", name="Toon")).to_be_hidden()
