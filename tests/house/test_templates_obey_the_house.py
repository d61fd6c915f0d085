"""Templates hold no style or script of their own (the CSP would stop it), and none stands alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import allauth
import pytest

# Pages, messages and mails that the library asks for by these names.
LIBRARY = Path(allauth.__file__).parent / "templates"
INLINE = {
    "a style attribute": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style element": re.compile(r"<style\b", re.IGNORECASE),
    "a handler attribute": re.compile(r"<[a-z][^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script without src": re.compile(r"<script\b(?![^>]*\b(?:src=|type=.application/(?:ld\+)?json))", re.IGNORECASE),
    "a javascript: address": re.compile(r"javascript:", re.IGNORECASE),
    "an hx-on or js: value": re.compile(r"hx-on|[\"']js:", re.IGNORECASE),
}


@pytest.mark.parametrize("what", INLINE)
def test_no_template_holds_inline_style_or_script(what: str, templates: Mapping[str, str]) -> None:
    pages = {name: text for name, text in templates.items() if name.endswith(".html")}
    assert [name for name, text in pages.items() if INLINE[what].search(text)] == []


def test_every_template_extends_another_or_is_used(root: Path, templates: Mapping[str, str]) -> None:
    code = [path.read_text(encoding="utf-8") for path in (root / "src").rglob("*.py")]
    everything = "\n".join([*templates.values(), *code])
    alone = [name for name, text in templates.items() if "{% extends" not in text and not is_named(name, everything)]
    assert alone == []


def test_the_base_says_its_language(templates: Mapping[str, str]) -> None:
    bases = [text for text in templates.values() if "<html" in text]
    assert bases
    assert all(re.search(r"<html[^>]*\blang=\"{{", text) for text in bases)


def is_named(name: str, everything: str) -> bool:
    """By its own name, or as the subject or message of a mail by the name of the mail."""
    mail = re.sub(r"_(subject|message)\.txt$", "", name)
    named = any(f"{quote}{each}{quote}" in everything for quote in "\"'" for each in (name, mail))
    return named or (LIBRARY / name).is_file()
