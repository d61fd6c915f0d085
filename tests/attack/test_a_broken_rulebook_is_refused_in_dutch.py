"""What is wrong with a rulebook somebody wrote is said in Dutch, with the rule it is about."""

from __future__ import annotations

from datetime import date

import pytest

from wortel.kernel.rulebook import RulebookUnreadable, parse_rulebook

RULE = '[[rule]]\nkey = "k"\nvalue = {value}\nvalid_from = {start}\nsource = "s"\n'


def rule(value: str = "1", start: str = "2014-01-01") -> str:
    """One rule as TOML."""
    return RULE.format(value=value, start=start)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "geen enkele [[rule]]"),
        ("[rule]", "geen enkele [[rule]]"),
        ("rule = 1", "geen enkele [[rule]]"),
        ("a = 1\nx", "bij het einde is het geen TOML"),
        ("a = 1\nx y\n", "bij regel 2, teken 3 is het geen TOML"),
        ('[[rule]]\nkey = "k"', "in regel 1 ontbreekt value, valid_from, source"),
        (rule(value="true"), "regel 1: value is een getal"),
        (rule(value="[1]"), "regel 1: value is een getal"),
        (rule(start='"2014"'), "regel 1: valid_from en valid_to zijn dagen"),
        (rule(start="2014-01-01T00:00:00"), "regel 1: valid_from en valid_to zijn dagen"),
        (rule() + "valid_to = 2013-01-01", "regel 1: valid_to komt niet na valid_from"),
        (rule() + rule(start="2015-01-01"), "'k' heeft twee waarden op 2015-01-01"),
    ],
)
def test_a_broken_rulebook_is_refused_in_dutch(text: str, words: str) -> None:
    with pytest.raises(RulebookUnreadable) as refused:
        parse_rulebook(text)
    assert words in str(refused.value)


def test_a_value_of_the_wrong_kind_is_refused_when_it_is_asked() -> None:
    with pytest.raises(RulebookUnreadable, match="geheel getal"):
        parse_rulebook(rule(value='"veel"')).number("k", date(2020, 1, 1))
