"""The rulebook that comes with Wortel, and what a what-if rulebook may say."""

from __future__ import annotations

import pytest

from wortel.coverage.domain.rule import ReachRule
from wortel.kernel.rulebook import NoRuleInForce, Rulebook, RulebookUnreadable, parse_rulebook
from wortel.shell.places import reference_folder


def shipped() -> Rulebook:
    return parse_rulebook((reference_folder() / "rulebooks" / "reach.toml").read_text(encoding="utf-8"))


def what_if(minimum: str, statuses: str) -> Rulebook:
    rule = '[[rule]]\nkey = "{}"\nvalue = {}\nvalid_from = 2014-01-01\nsource = "test"\n'
    return parse_rulebook(rule.format("minimum_activities", minimum) + rule.format("qualifying_statuses", statuses))


@pytest.mark.parametrize("year", [2014, 2022, 2030])
def test_one_recognised_or_equivalent_activity_is_enough_since_2014(year: int) -> None:
    rule = ReachRule.of_year(shipped(), year)
    assert (rule.minimum, rule.qualifying) == (1, {"recognised", "equivalent"})


def test_the_rule_says_where_it_is_written() -> None:
    sources = [citation.source for citation in ReachRule.of_year(shipped(), 2022).citations]
    assert len(sources) == 2
    assert any("parlementaire vraag" in source for source in sources)
    assert any("VLAIO" in source for source in sources)


def test_before_2014_no_rule_is_in_force() -> None:
    with pytest.raises(NoRuleInForce):
        ReachRule.of_year(shipped(), 2013)


def test_the_rule_of_31_december_decides_the_year() -> None:
    text = """
[[rule]]
key = "minimum_activities"
value = 1
valid_from = 2014-01-01
valid_to = 2022-07-01
source = "a"
[[rule]]
key = "minimum_activities"
value = 3
valid_from = 2022-07-01
source = "b"
[[rule]]
key = "qualifying_statuses"
value = ["recognised"]
valid_from = 2014-01-01
source = "c"
"""
    assert ReachRule.of_year(parse_rulebook(text), 2022).minimum == 3
    assert ReachRule.of_year(parse_rulebook(text), 2021).minimum == 1


@pytest.mark.parametrize(
    ("minimum", "statuses"),
    [("0", '["recognised"]'), ('"een"', '["recognised"]'), ("1", '["withdrawn"]'), ("1", "[]"), ("1", "2")],
)
def test_a_rulebook_that_makes_no_sense_is_refused(minimum: str, statuses: str) -> None:
    with pytest.raises(RulebookUnreadable):
        ReachRule.of_year(what_if(minimum, statuses), 2022)
