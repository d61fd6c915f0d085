"""The printed data dictionary says what the models say."""

from __future__ import annotations

from pathlib import Path

from wortel.site.dictionary import data_dictionary


def test_the_dictionary_in_docs_is_the_one_of_the_models() -> None:
    root = Path(__file__).parents[2]
    text = (root / "docs" / "data-dictionary.md").read_text(encoding="utf-8")
    assert text == data_dictionary(), "run: wortel dictionary > docs/data-dictionary.md"
