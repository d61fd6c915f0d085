"""Visitors with a real browser (Debian's Chromium) on a running site with the small demo world."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any
from urllib.parse import urlsplit

import pytest
from running_site import SESSION, Site, begun_alliance, own_database, running_site, unconfirmed_reply

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Root needs --no-sandbox; the rest keeps Chromium from asking anything of the network: other hosts do not exist.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
OpenPage = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, driven by Playwright; tests that ask for it are skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("Chromium staat niet op deze machine (op Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    # Playwright leaves its event loop in this thread; Django, which sees it, would refuse the database to every test
    # that runs in this process afterwards.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One installation for all stories, with the demo world and the shipped directory, in a database of its own."""
    name = f"wortel_browser_{os.getpid()}"
    with (
        own_database(os.environ.get("DATABASE_URL", ""), name) as database_url,
        running_site(tmp_path_factory.mktemp("site"), database_url) as served,
    ):
        yield served


@pytest.fixture
def open_page(browser: Any, site: Site) -> Iterator[OpenPage]:
    """Opens a page for a new visitor, or one of the demo's people, with the wished options (viewport, no JavaScript …).

    Anything asked of another host, and any error in the console (a script that broke, a breach of the CSP), fails
    the test.
    """
    strangers: list[str] = []
    errors: list[str] = []
    with ExitStack() as visitors:

        def watch(request: Any) -> None:
            if urlsplit(request.url).netloc != urlsplit(site.url).netloc:
                strangers.append(request.url)

        def opened(person: str = "", **options: Any) -> Any:
            context = browser.new_context(
                base_url=site.url, locale="nl-BE", timezone_id="Europe/Brussels", reduced_motion="reduce", **options
            )
            visitors.callback(context.close)
            context.set_default_timeout(15_000)
            context.on("request", watch)
            if person:
                context.add_cookies([{"name": SESSION, "value": site.session_of(person), "url": site.url}])
            page = context.new_page()
            page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: errors.append(str(error)))
            return page

        yield opened
    assert strangers == [], "the page asked something of another host"
    # A page that is refused (404, 422) shows in the console too; that is the story's business, not a broken script.
    assert [error for error in errors if "Failed to load resource" not in error] == []


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Any:
    """A visitor's page; every story is told twice, the second time with JavaScript switched off."""
    return open_page(java_script_enabled=request.param)


@pytest.fixture(scope="session")
def example(site: Site) -> dict[str, str]:
    """What fills the `{…}` of the addresses: things that the small demo world and the directory hold."""
    return {
        "club": site.json("/api/v1/actors?q=codeclub+pixelboom")["items"][0]["ref"],
        "institution": site.json("/api/v1/actors?q=universiteit+gent")["items"][0]["ref"],
        "contested": site.json("/api/v1/evidence?status=contested&year=2022")["items"][0]["ref"],
        "need": _listing(site, "dinsdagavond"),
        "visit": _listing(site, "oefenmolen"),
        "begun": begun_alliance(site, "greet", "44013-44088"),
        **_introductions(site),
        "token": unconfirmed_reply(site, "/gemeenten/44088/reageer/", "voorbeeld@example.org").split("/")[-2],
    }


def _listing(site: Site, words: str) -> str:
    return str(site.json(f"/api/v1/listings?q={words}")["items"][0]["ref"])


def _introductions(site: Site) -> dict[str, str]:
    """One of the six visits in every state, and a proposal for the school."""

    def refs(person: str) -> list[str]:
        return re.findall(r'href="/introducties/([^/"]+)/', site.status_and_text("/mijn/introducties/", person)[1])

    waits, met, planned, *_others, over = refs("karim")
    return {"waits": waits, "met": met, "planned": planned, "over": over, "proposed": refs("samira")[0]}
