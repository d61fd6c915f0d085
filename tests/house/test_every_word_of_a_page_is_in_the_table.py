"""Every `{% term "…" %}` in a template names a concept of data/terms/."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wortel.terms.public import terms

TAG = re.compile(r"{%\s*term\s+(.*?)%}")
KEY = re.compile(r"\"([a-z_]+)\"")


def test_every_word_of_a_page_is_in_the_table(templates: Mapping[str, str]) -> None:
    asked = {(name, arguments) for name, text in templates.items() for arguments in TAG.findall(text)}
    assert asked, "no page uses the words"
    known = terms().concepts
    strange = [(name, arguments) for name, arguments in sorted(asked) if unknown(arguments, known)]
    assert strange == []


def test_a_word_that_is_not_there_is_seen() -> None:
    assert unknown('"onzin" many=1 ', terms().concepts)
    assert unknown("wat_een_variabele ", terms().concepts)


def unknown(arguments: str, known: Mapping[str, object]) -> bool:
    """A key that is not written out is unknown too: nobody could check it."""
    key = KEY.match(arguments)
    return key is None or key.group(1) not in known
