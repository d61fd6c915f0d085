"""What every test may lean on: the real municipalities in the database, and a real browser when there is one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.apps import apps
from django.db.models.signals import post_migrate

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# Root needs --no-sandbox; the rest keeps Chromium from asking anything of the network.
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


def _load_reference(**_about: Any) -> None:
    from wortel.territory.public import load_reference

    load_reference()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """Loads the municipalities when the test database is made, and again after a test that empties it."""
    post_migrate.connect(_load_reference, sender=apps.get_app_config("territory"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium, driven by Playwright; tests that ask for it are skipped where there is none."""
    if CHROMIUM is None:
        pytest.skip("Chromium staat niet op deze machine (op Debian: apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django would take for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield chromium
        chromium.close()


@pytest.fixture
def context(browser: Any, live_server: Any) -> Iterator[Any]:
    """A visitor with an empty browser; any request to another host is stopped and fails the test."""
    visitor = browser.new_context(base_url=live_server.url, locale="nl-BE", timezone_id="Europe/Brussels")
    strangers: list[str] = []

    def watch(route: Any) -> None:
        if urlsplit(route.request.url).netloc == urlsplit(live_server.url).netloc:
            route.continue_()
        else:
            strangers.append(route.request.url)
            route.abort()

    visitor.route("**/*", watch)
    yield visitor
    visitor.close()
    assert strangers == [], "the page asked something of another host"


@pytest.fixture
def page(context: Any) -> Iterator[Any]:
    """A page of that visitor; an error in its console (a script that broke, a breach of the CSP) fails the test."""
    errors: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    # A page that is refused (404, 422) shows in the console too; that is the story's business, not a broken script.
    assert [error for error in errors if "Failed to load resource" not in error] == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks every test that needs a browser, so that `-m "not browser"` leaves them out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
