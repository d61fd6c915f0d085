"""Every named page has a Dutch and an English address; the API and files have one for all."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import LocalePrefixPattern, URLPattern, URLResolver, get_resolver
from django.utils.translation import override

FOR_ALL_LANGUAGES = ("api/", "static/", "robots.txt", "taal/", ".well-known/", "sitemap", "gezondheid")


def test_every_page_exists_in_both_languages() -> None:
    one_language = [path for path, has_language in routes(get_resolver(), "") if not has_language]
    assert [path for path in one_language if not path.startswith(FOR_ALL_LANGUAGES)] == []


def test_every_page_has_a_name() -> None:
    assert list(nameless(get_resolver())) == []


def test_english_stands_under_its_own_prefix() -> None:
    prefixes = [each.pattern for each in get_resolver().url_patterns if isinstance(each.pattern, LocalePrefixPattern)]
    assert prefixes
    with override("en"):
        assert {prefix.language_prefix for prefix in prefixes} == {"en/"}
    with override("nl"):
        assert {prefix.language_prefix for prefix in prefixes} == {""}


def routes(resolver: URLResolver, before: str, *, has_language: bool = False) -> Iterator[tuple[str, bool]]:
    for each in resolver.url_patterns:
        here = has_language or isinstance(each.pattern, LocalePrefixPattern)
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from routes(each, path, has_language=here)
        else:
            yield path, here


def nameless(resolver: URLResolver) -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from nameless(each)
        elif isinstance(each, URLPattern) and not each.name:
            yield str(each.pattern)
