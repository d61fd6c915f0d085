"""Someone new signs in with a code, adds a passkey and uses it; somebody else takes an app."""

from __future__ import annotations

import hashlib
import hmac
import re
import struct
import time
from base64 import b32decode
from collections.abc import Iterator
from email import message_from_bytes, policy
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect
from running_site import MAIL_SECONDS, Site
from test_no_page_shuts_anyone_out import EVERY_RULE

CODE = re.compile(r"^([A-Z0-9]{3,4}-?[A-Z0-9]{3,4})\r?$", re.MULTILINE)
ACCOUNT = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def at_home(browser: Any, site: Site) -> Iterator[Any]:
    """A page under the name localhost: a browser makes no passkey for a bare number. A broken script fails the test."""
    errors: list[str] = []
    context = browser.new_context(base_url=site.url.replace("127.0.0.1", "localhost"), locale="nl-BE")
    context.set_default_timeout(15_000)
    page = context.new_page()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert [error for error in errors if "Failed to load resource" not in error] == []


def mailed_codes(site: Site, address: str) -> list[str]:
    """Every code mailed to that address, oldest first."""
    codes = []
    for file in sorted((site.folder / "mail").glob("*"), key=lambda file: file.stat().st_mtime_ns):
        mail = message_from_bytes(file.read_bytes(), policy=policy.default)
        found = CODE.search(str(mail.get_content())) if mail["To"] == address else None
        codes += [found[1]] if found else []
    return codes


def sign_in(page: Any, site: Site, address: str) -> None:
    before = len(mailed_codes(site, address))
    page.goto("/aanmelden/")
    page.get_by_label("Je e-mailadres").fill(address)
    page.get_by_role("button", name="Stuur mij een code").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Typ de code uit je mail")
    until = time.monotonic() + MAIL_SECONDS
    while len(mailed_codes(site, address)) == before and time.monotonic() < until:
        time.sleep(0.1)
    page.get_by_label("Code uit de mail").fill(mailed_codes(site, address)[-1])
    page.get_by_role("button", name="Meld me aan").click()


def shuts_nobody_out(page: Any) -> None:
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("rules => axe.run(document, rules)", EVERY_RULE)
    assert [(fault["id"], fault["nodes"][0]["html"][:200]) for fault in found["violations"]] == []


def a_key(page: Any, **different: Any) -> Any:
    keys = page.context.new_cdp_session(page)
    keys.send("WebAuthn.enable")
    keys.send("WebAuthn.addVirtualAuthenticator", {"options": {**ACCOUNT, **different}})
    return keys


def test_a_code_by_mail_is_enough(page: Any, site: Site) -> None:
    address = f"lotte{time.monotonic_ns()}@example.org"
    sign_in(page, site, address)
    expect(page.get_by_role("status")).to_contain_text("Je bent aangemeld.")
    expect(page.get_by_text(f"Je bent aangemeld als {address}.")).to_be_visible()
    page.get_by_role("button", name="Meld me af").click()
    page.goto("/mijn/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")


def test_the_link_of_the_mail_shows_the_code_with_one_button(page: Any, site: Site) -> None:
    address = f"link{time.monotonic_ns()}@example.org"
    page.goto("/aanmelden/")
    page.get_by_label("Je e-mailadres").fill(address)
    page.get_by_role("button", name="Stuur mij een code").click()
    link = re.search(r"https?://\S+", site.mail_to(address))
    assert link is not None
    page.goto(link[0])
    page.get_by_role("button", name="Meld me aan").click()
    expect(page.get_by_role("status")).to_contain_text("Je bent aangemeld.")


def test_without_a_script_a_passkey_is_not_offered_and_said_so(open_page: Any) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("/aanmelden/")
    expect(page.get_by_role("button", name="Met een passkey")).to_be_hidden()
    expect(page.get_by_text("kan niet zonder JavaScript")).to_be_visible()


def test_a_passkey_is_added_and_signs_in_by_itself(at_home: Any, site: Site) -> None:
    page, address = at_home, f"passkey{time.monotonic_ns()}@example.org"
    a_key(page)
    sign_in(page, site, address)
    page.goto("/mijn/beveiliging/")
    page.get_by_role("link", name="Voeg een passkey toe").click()
    page.get_by_label("Naam van deze passkey").fill("gsm")
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je herstelcodes")
    shuts_nobody_out(page)
    page.goto("/afmelden/")
    page.get_by_role("button", name="Meld me af").click()
    page.goto("/aanmelden/")
    page.get_by_role("button", name="Met een passkey").click()
    expect(page.get_by_text(f"Je bent aangemeld als {address}.")).to_be_visible()
    page.goto("/mijn/beveiliging/?next=/gegevens/")
    expect(page.get_by_text("Je tweede stap is bevestigd.")).to_be_visible()
    page.get_by_role("link", name=re.compile("Andere naam")).click()
    shuts_nobody_out(page)
    page.get_by_label("Naam van deze passkey").fill("gsm van thuis")
    page.get_by_role("button", name="Bewaar").click()
    page.get_by_role("link", name=re.compile("Haal weg")).click()
    shuts_nobody_out(page)
    page.get_by_role("button", name="Haal weg").click()
    expect(page.get_by_text("Je passkey is weggehaald.")).to_be_visible()


def test_after_the_code_the_passkey_is_the_second_step(at_home: Any, site: Site) -> None:
    page, address = at_home, f"twee{time.monotonic_ns()}@example.org"
    a_key(page)
    sign_in(page, site, address)
    page.goto("/mijn/beveiliging/passkeys/nieuw/")
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je herstelcodes")
    page.context.clear_cookies()
    sign_in(page, site, address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Nog één stap")
    shuts_nobody_out(page)
    page.get_by_role("button", name="Gebruik je passkey").click()
    expect(page.get_by_text(f"Je bent aangemeld als {address}.")).to_be_visible()


def test_a_passkey_we_do_not_know_is_refused_in_words(at_home: Any, site: Site) -> None:
    page, address = at_home, f"weg{time.monotonic_ns()}@example.org"
    a_key(page)
    sign_in(page, site, address)
    page.goto("/mijn/beveiliging/passkeys/nieuw/")
    page.get_by_role("button", name="Maak de passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je herstelcodes")
    page.goto("/mijn/beveiliging/passkeys/")
    page.get_by_role("link", name="Haal weg").click()
    page.get_by_role("button", name="Haal weg").click()
    page.goto("/afmelden/")
    page.get_by_role("button", name="Meld me af").click()
    page.goto("/aanmelden/")
    page.get_by_role("button", name="Met een passkey").click()
    expect(page.get_by_role("status")).to_contain_text("Deze passkey kennen we niet")
    page.goto("/mijn/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")


def test_a_browser_without_a_passkey_says_so(at_home: Any) -> None:
    page = at_home
    a_key(page, isUserVerified=False)
    page.goto("/aanmelden/")
    page.get_by_role("button", name="Met een passkey").click()
    expect(page.get_by_role("alert").filter(visible=True)).to_contain_text("Je stopte, of er is hier geen passkey")


def test_an_app_is_the_second_step(page: Any, site: Site) -> None:
    address = f"app{time.monotonic_ns()}@example.org"
    sign_in(page, site, address)
    page.goto("/mijn/beveiliging/app/")
    secret = page.locator("code.key").inner_text()
    page.get_by_label("Code die je app nu toont").fill(code_of_app(secret))
    page.get_by_role("button", name="Stel de app in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Je herstelcodes")
    page.context.clear_cookies()
    sign_in(page, site, address)
    page.get_by_label("Code uit je app, of een herstelcode").fill(code_of_app(secret, 1))
    page.get_by_role("button", name="Ga verder").click()
    expect(page.get_by_text(f"Je bent aangemeld als {address}.")).to_be_visible()


def code_of_app(secret: str, step: int = 0) -> str:
    """RFC 6238 with six digits and thirty seconds."""
    counter = struct.pack(">Q", int(time.time()) // 30 + step)
    digest = hmac.new(b32decode(secret), counter, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place : place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"
