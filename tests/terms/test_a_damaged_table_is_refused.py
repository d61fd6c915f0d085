"""What is wrong with the table is said when it is read, by the name of the word."""

from __future__ import annotations

import pytest

from wortel.terms.domain.lens import Lens
from wortel.terms.domain.reading import TermsUnreadable, parse_terms

SOURCE = '[source.advice]\nname_nl = "Advies"\nname_en = "Advice"\n'
ENGLISH = '[concept.one.en]\ndefinition = "Is one."\neveryone = ["one", "ones"]\n'
HEAD = '[concept.one]\nslug = "een"\nsource = "advice"\n'
DUTCH = '[concept.one.nl]\ndefinition = "Is een."\neveryone = ["een", "enen", "het een"]\n'
WHOLE = SOURCE + HEAD + DUTCH + ENGLISH


def test_a_whole_table_is_read() -> None:
    word = parse_terms([WHOLE]).word("one", Lens.LEISURE, "nl")
    assert (word.one, word.many, word.the) == ("een", "enen", "het een")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["[concept"], "geen TOML"),
        (['[woord]\na = "b"'], r"\[woord\]"),
        ([WHOLE, HEAD + DUTCH + ENGLISH], "'one' staat er twee keer in"),
        ([WHOLE.replace('everyone = ["een"', 'plain = ["een"')], "niet voor elk publiek"),
        ([WHOLE.replace("everyone", "iedereen")], "niet voor elk publiek"),
        ([WHOLE + 'klant = ["one", "ones"]\n'], "onbekend publiek: klant"),
        ([WHOLE + 'school = ["one", "ones"]\n'], "voor iedereen en ook voor"),
        ([WHOLE.replace('["one", "ones"]', '["one"]')], "met zijn meervoud"),
        ([WHOLE.replace('"advice"', '"hearsay"')], "'one' ontbreekt of klopt niet: 'hearsay'"),
        ([WHOLE.replace('slug = "een"', 'slug = "een"\nsee_also = ["two"]')], "'one' verwijst naar 'two'"),
        ([WHOLE.replace('slug = "een"', 'slug = "een"\nused_on = ["home"]')], "'home'"),
        ([WHOLE, (HEAD + DUTCH + ENGLISH).replace("concept.one", "concept.two")], "hetzelfde adres 'een'"),
    ],
)
def test_what_is_wrong_is_said(texts: list[str], said: str) -> None:
    with pytest.raises(TermsUnreadable, match=said):
        parse_terms(texts)
