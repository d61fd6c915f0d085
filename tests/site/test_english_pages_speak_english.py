"""What stands on an English page is English: no Dutch text of the catalogue is left, in text or in a label."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

PAGES = (
    "atlas:home", "atlas:municipalities", "atlas:search", "atlas:regions", "atlas:data", "atlas:about", "atlas:sources",
    "atlas:accessibility", "atlas:privacy", "actors:directory", "coverage:coverage", "coverage:evidence_list",
    "replies:sent", "api-docs",
)  # fmt: skip
SAID = frozenset({"aria-label", "title", "alt", "placeholder", "content"})


class Texts(HTMLParser):
    """Collects what a page says to eye and ear; `<code>` holds what is typed, the same in every language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self.is_code = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_code = tag == "code"
        self.texts |= {" ".join(value.split()) for name, value in attrs if name in SAID and value}

    def handle_endtag(self, tag: str) -> None:
        self.is_code = False

    def handle_data(self, data: str) -> None:
        if not self.is_code:
            self.texts.add(" ".join(data.split()))


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_an_english_page_holds_no_dutch_text(client: Client, name: str) -> None:
    dutch = Texts(client.get(reverse(name)).content.decode()).texts
    with override("en"):
        address = reverse(name)
    assert address.startswith("/en/")
    english = Texts(client.get(address).content.decode()).texts
    with override("en"):
        left = {text for text in dutch & english if text and gettext(text) != text}
    assert left == set()


def test_a_dutch_text_on_a_page_is_seen() -> None:
    assert "Kies een jaar" in Texts('<nav aria-label="Kies een jaar"><b>2025</b></nav>').texts
