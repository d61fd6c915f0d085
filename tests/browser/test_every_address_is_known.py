"""Every named address answers, in both languages, with one heading and a title of its own."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from addresses import NO_PAGES, PAGES, REFUSALS, SIGNED_IN, VISITS, named_addresses
from django.urls import resolve

# The same page asked for something else; a page of its own carries a title of its own.
FIRST_OF_EACH = [("", paths[0]) for paths in PAGES.values()] + [(who, paths[0]) for who, paths in SIGNED_IN.values()]
EXAMPLES = {**PAGES, **NO_PAGES, **{name: paths for name, (_, paths) in SIGNED_IN.items()}}


def test_the_table_of_addresses_is_complete() -> None:
    assert set(EXAMPLES) == named_addresses()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_belongs_to_its_name(name: str) -> None:
    for path in EXAMPLES[name]:
        assert resolve(path.split("?")[0].format_map(_Anything())).view_name == name


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize(("person", "path"), VISITS)
def test_a_page_says_its_language_and_has_one_heading(site, example, person: str, path: str, language: str) -> None:
    status, html = site.status_and_text(("/en" if language == "en" else "") + path.format_map(example), person)
    assert status == 200
    assert re.findall(r"<html lang=\"(\w+)\"", html) == [language]
    assert len(re.findall(r"<h1(?![^>]*aria-hidden)[ >]", html)) == 1
    assert html.count('class="demo-banner"') == 1


def test_no_two_pages_have_the_same_title(site, example) -> None:
    titles = Counter(
        re.findall(r"<title>(.*?)</title>", site.status_and_text(path.format_map(example), person)[1], re.DOTALL)[0]
        for person, path in FIRST_OF_EACH
    )
    assert [title for title, times in titles.items() if times > 1] == []


@pytest.mark.parametrize(("path", "status"), REFUSALS.items())
def test_a_refusal_is_a_page_that_helps_on(site, path: str, status: int) -> None:
    answered, html = site.status_and_text(path)
    assert answered == status
    assert len(re.findall(r"<h1(?![^>]*aria-hidden)[ >]", html)) == 1
    main = html[html.index("<main") : html.index("</main>")]
    assert '<a class="button' in main or 'role="search"' in main


class _Anything(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "iets"
