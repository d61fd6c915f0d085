"""A teacher is invited, a company claims its profile, an official disputes: by clicking what is shown.

Each story uses an organisation that no other story counts on, or leaves nothing behind; told with and without script.
"""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from playwright.sync_api import expect
from running_site import Site
from test_someone_signs_in import mailed_codes

MAIL_SECONDS = 20


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def script(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def as_person(open_page: Any, person: str, script: bool) -> Any:
    page = open_page(person, java_script_enabled=script)
    page.goto("/mijn/")
    return page


def find_actor(page: Any, name: str) -> None:
    page.goto("/")
    page.get_by_role("link", name="Actoren", exact=True).first.click()
    page.get_by_label("Zoek een actor").fill(name)
    page.get_by_label("Zoek een actor").press("Enter")
    page.locator("main").get_by_role("link", name=re.compile(f"^[^×]*{name}")).last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def type_the_code(page: Any, site: Site, address: str, before: int) -> None:
    page.get_by_label("Je e-mailadres").fill(address)
    page.get_by_role("button", name="Stuur mij een code").click()
    until = time.monotonic() + MAIL_SECONDS
    while len(mailed_codes(site, address)) == before and time.monotonic() < until:
        time.sleep(0.1)
    page.get_by_label("Code uit de mail").fill(mailed_codes(site, address)[-1])
    page.get_by_role("button", name="Meld me aan").click()


def test_a_teacher_is_invited_and_writes_what_an_administrator_publishes(
    open_page: Any, site: Site, script: bool
) -> None:
    address = f"tine{time.monotonic_ns()}@example.org"
    noor = as_person(open_page, "noor", script)
    noor.locator("main").get_by_role("link", name="Mensen").click()
    noor.get_by_role("link", name="Nodig iemand uit").click()
    noor.get_by_label("Mailadres").fill(address)
    noor.get_by_label("Een woordje uitleg").fill("Help je mee?")
    noor.get_by_role("button", name="Verstuur de uitnodiging").click()
    expect(noor.get_by_role("status")).to_contain_text(f"De uitnodiging is onderweg naar {address}.")
    assert "Noor Voorbeeld schrijft je:\nHelp je mee?" in site.mail_to(address).replace("\r", "")

    tine = open_page(java_script_enabled=script, viewport={"width": 390, "height": 800})
    tine.goto(site.link_mailed_to(address))
    tine.get_by_role("link", name="Meld je aan om te antwoorden").click()
    type_the_code(tine, site, address, 0)
    tine.get_by_role("button", name="Aanvaard").click()
    expect(tine.get_by_role("status")).to_contain_text("Je bent nu redacteur")
    tine.locator("main").get_by_role("link", name="Publiceren").click()
    expect(tine.get_by_role("button", name="Publiceer")).to_have_count(0)

    noor.reload()
    noor.get_by_role("link", name=f"Beëindig {address}").click()
    noor.get_by_label("Waarom").fill("Alleen om te proberen.")
    noor.get_by_role("button", name=re.compile("^(Beëindig|Stop)")).click()
    expect(noor.get_by_role("status")).to_contain_text("gestopt")
    tine.reload()
    expect(tine.get_by_role("heading", level=1)).to_have_text("Dit mag je hier niet")


def test_a_company_asks_for_its_profile_and_takes_the_request_back(open_page: Any, script: bool) -> None:
    jef = as_person(open_page, "jef", script)
    find_actor(jef, "Kelotron")
    jef.get_by_role("link", name="Is dit jouw organisatie?").click()
    jef.get_by_role("button", name="Laat het nakijken").click()
    expect(jef.get_by_role("alert")).to_contain_text("Vul dit in.")
    jef.get_by_label("Waarom mag jij dit profiel beheren?").fill("Ik ben zaakvoerder, zie de contactpagina.")
    jef.get_by_role("button", name="Laat het nakijken").click()
    expect(jef.get_by_role("status")).to_contain_text("Je krijgt het antwoord per mail.")

    victor = as_person(open_page, "victor", script)
    victor.get_by_role("link", name="Balie", exact=True).click()
    victor.get_by_role("link", name=re.compile("Aanvraag: .*Kelotron")).click()
    victor.get_by_role("button", name="Beslis en verstuur het antwoord").click()
    expect(victor.get_by_role("alert")).to_contain_text("Kies of je aanvaardt of weigert.")

    jef.get_by_role("button", name="Trek mijn aanvraag in").click()
    expect(jef.get_by_text("Je aanvraag loopt")).to_have_count(0)


def test_the_last_administrator_is_shown_the_way_to_a_successor(open_page: Any, script: bool) -> None:
    noor = as_person(open_page, "noor", script)
    noor.locator("main").get_by_role("link", name="Stop of draag over").click()
    expect(noor.get_by_text("Je bent de laatste beheerder.")).to_be_visible()
    noor.get_by_role("link", name="Nodig een opvolger uit").click()
    noor.get_by_label("Mailadres").fill("noor@example.org")
    noor.get_by_role("button", name="Verstuur de uitnodiging").click()
    expect(noor.get_by_role("alert")).to_contain_text("Niemand geeft zichzelf rechten.")


def test_the_demo_shows_the_way_to_its_people_and_its_mails(page: Any) -> None:
    page.goto("/")
    page.get_by_role("link", name="Lees de mails").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Postvak van de demo")
    page.get_by_role("link", name="Kies wie je bent").click()
    expect(page.get_by_role("button", name="Word Noor")).to_be_visible()
