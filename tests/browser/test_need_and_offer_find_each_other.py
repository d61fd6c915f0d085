"""A teacher on a Tuesday evening, a company with six visits, a gangmaker without a research partner: by clicking.

Each story brings what it changes, or is refused; told with and without script.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import expect

PHONE = {"width": 390, "height": 800}


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def put(page: Any, side: str, title: str) -> None:
    """A guest lesson about robots, on a Tuesday evening, from one's own pages."""
    page.goto("/mijn/")
    page.locator("main a[href='/vraag-en-aanbod/mijn/']").click()
    page.get_by_role("link", name="Vraag of bied iets").click()
    page.locator(f"[aria-labelledby=kant-{side}]").get_by_role("link", name="Gastles").click()
    page.get_by_label("Titel").fill(title)
    page.get_by_label("robots en automatisering").check()
    page.get_by_label("dinsdag avond").check()
    page.get_by_role("button", name="Zet het open").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_teacher_with_a_need_on_a_tuesday_evening_has_a_guest_and_says_how_it_was(
    open_page: Any, script: bool
) -> None:
    title = f"Robots op dinsdag {time.monotonic_ns()}"
    lotte = open_page("lotte", java_script_enabled=script, viewport=PHONE)
    noor = open_page("noor", java_script_enabled=script)
    put(lotte, "need", title)
    put(noor, "offer", f"Dit geven wij: {title}")
    offer = noor.url

    lotte.goto(offer)
    lotte.get_by_role("link", name="Vraag dit aanbod").click()
    choice = lotte.get_by_label("Met welke vraag van jullie?")
    choice.select_option(choice.locator("option", has_text=title).get_attribute("value"))
    lotte.get_by_role("button", name="Verstuur").click()
    introduction = re.sub(r"[?#].*", "", lotte.url)
    expect(lotte.locator("main")).not_to_contain_text("noor@example.org")

    noor.goto("/mijn/introducties/")
    noor.locator("#for_us ~ ul").get_by_role("link", name=title).click()
    noor.get_by_role("button", name="Ja, we doen mee").click()
    expect(noor.locator("#contact ~ p").first).to_contain_text("lotte@example.org")

    lotte.goto(introduction)
    expect(lotte.locator("#contact ~ p").first).to_contain_text("noor@example.org")
    lotte.get_by_label("Welke dag?").fill(datetime.now(UTC).date().isoformat())
    lotte.get_by_role("button", name="Deze dag is het").click()
    lotte.get_by_role("link", name="Zeg hoe het was").click()
    lotte.get_by_label("Is het doorgegaan?").select_option("ja")
    lotte.get_by_label("Hoe goed werkte het?").select_option("heel goed")
    lotte.get_by_role("button", name="Verstuur").click()
    expect(lotte.get_by_role("status")).to_contain_text("Bedankt")
    expect(lotte.locator(".kicker")).to_contain_text("gebeurd")


def test_a_company_that_offers_six_visits_is_never_asked_a_seventh_time(
    open_page: Any, example: dict[str, str], script: bool
) -> None:
    karim = open_page("karim", java_script_enabled=script)
    karim.goto("/mijn/introducties/")
    before = karim.locator("main").inner_text()

    noor = open_page("noor", java_script_enabled=script)
    noor.goto(f"/vraag-en-aanbod/{example['visit']}/")
    expect(noor.locator("main")).to_contain_text("Dit aanbod is volzet: we vragen nooit een keer meer.")
    expect(noor.get_by_role("link", name="Vraag dit aanbod")).to_have_count(0)
    noor.goto(f"/introducties/vraag/{example['visit']}/")  # who kept the address
    noor.get_by_label("Met welke vraag van jullie?").select_option(index=1)
    noor.get_by_role("button", name="Verstuur").click()
    expect(noor.get_by_role("alert")).to_contain_text("6 keer aangeboden, 6 lopen er of zijn al gebeurd")

    karim.reload()
    assert karim.locator("main").inner_text() == before


def test_a_gangmaker_without_a_research_partner_finds_who_could_be(open_page: Any, script: bool) -> None:
    hanne = open_page("hanne", java_script_enabled=script)
    hanne.goto("/regios/REFREG12/balie/")
    hanne.get_by_role("link", name="Wie werkt met wie, en wie ontbreekt?").click()
    expect(hanne.locator(".answer")).to_contain_text("een onderzoekspartner")
    hanne.get_by_role("link", name="Wie ontbreekt", exact=True).click()
    could_be = hanne.locator("#ontbreekt ~ h3", has_text="Onderzoek").locator("~ ol").first
    expect(could_be.locator("li").first).to_contain_text(re.compile(r"op \d+ km"))
    name = could_be.get_by_role("link").first.inner_text()
    could_be.get_by_role("link").first.click()
    expect(hanne.get_by_role("heading", level=1)).to_contain_text(name)
