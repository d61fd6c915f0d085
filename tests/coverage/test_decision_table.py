"""Every line of the decision table, in order."""

from __future__ import annotations

import pytest

from wortel.coverage.domain.deciding import Decision, Said, State, decide
from wortel.coverage.domain.projection import Piece
from wortel.coverage.domain.rule import ReachRule
from wortel.coverage.domain.statements import tally_of_one

EAST, WEST = Piece("1", "Oost", frozenset({"9000"})), Piece("2", "West", frozenset({"9100", "9101"}))
QUALIFYING = frozenset({"recognised", "equivalent"})


def judged(*statements: str, minimum: int = 1, qualifying: frozenset[str] = QUALIFYING, lost: int = 0) -> Decision:
    """`east activity recognised [postcode]`: each text is one statement about a municipality of two pieces."""
    placed = []
    for words in (statement.split() for statement in statements):
        nis = {"east": "1", "west": "2"}[words[0]]
        postcode = words[3] if len(words) > 3 else ""
        placed.append((nis, tally_of_one(nis, postcode, words[1], words[2], "De Krant")))
    return decide([EAST, WEST], Said(tuple(placed), lost, ("Later",) if lost else ()), ReachRule(minimum, qualifying))


SCENARIOS = [
    # line, statements, state, kind of reason
    (1, ["east activity recognised"], "reached", "reached"),
    (1, ["east activity equivalent"], "reached", "reached"),
    (1, ["east activity recognised", "west none recognised"], "reached", "reached"),
    (1, ["east activity recognised", "east activity contested"], "reached", "reached"),
    (1, ["west activity recognised 9100", "west none recognised 9101"], "reached", "reached"),
    (2, ["east activity recognised", "east none recognised"], "contested", "yes_and_no"),
    (2, ["west activity recognised 9100", "west none recognised"], "contested", "yes_and_no"),
    (2, ["east activity recognised", "east none contested"], "contested", "yes_and_no"),
    (1, ["east activity recognised", "east none withdrawn"], "reached", "reached"),
    (1, ["east activity recognised", "west none contested"], "reached", "reached"),
    (3, ["east activity contested"], "contested", "disputed"),
    (3, ["east none contested"], "contested", "disputed"),
    (3, ["east none recognised", "west none recognised", "west none contested"], "contested", "disputed"),
    (4, ["east none recognised", "west none equivalent"], "not_reached", "denied"),
    (
        4,
        ["east none recognised 9000", "west none recognised 9100", "west none recognised 9101"],
        "not_reached",
        "denied",
    ),
    (6, ["east none recognised"], "unknown", "part_denied"),
    (6, ["east none recognised", "west none recognised 9100"], "unknown", "part_denied"),
    (6, ["east none recognised", "west none withdrawn"], "unknown", "part_denied"),
    (9, ["east activity withdrawn", "west none withdrawn"], "unknown", "only_withdrawn"),
    (10, [], "unknown", "nothing_reported"),
]


@pytest.mark.parametrize(("line", "statements", "state", "kind"), SCENARIOS)
def test_the_first_line_that_fits_decides(line: int, statements: list[str], state: str, kind: str) -> None:
    found = judged(*statements)
    assert (found.state, found.reason.key) == (state, f"coverage.{kind}"), f"line {line}"


def test_line_5_fewer_activities_than_the_minimum_is_not_reached_and_says_how_many() -> None:
    found = judged("east activity recognised", minimum=2)
    assert found.state is State.NOT_REACHED
    assert (found.reason["count"], found.reason["minimum"]) == (1, 2)


def test_line_7_activities_that_do_not_qualify_leave_it_unknown() -> None:
    found = judged("east activity equivalent", qualifying=frozenset({"recognised"}))
    assert (found.state, found.reason.key) == (State.UNKNOWN, "coverage.none_qualifies")


def test_line_8_statements_on_a_later_code_leave_it_unknown_and_name_that_code() -> None:
    found = judged(lost=3)
    assert (found.state, found.reason.key) == (State.UNKNOWN, "coverage.not_placeable")
    assert (found.reason["count"], found.reason["places"]) == (3, ("Later",))


def test_a_reached_merger_says_which_part_it_comes_from_and_of_which_nothing_is_known() -> None:
    reason = judged("east activity recognised").reason
    assert (reason["sources"], reason["silent"]) == (("Oost",), ("West",))


def test_who_denies_and_who_disputes_is_named() -> None:
    assert judged("east none recognised", "west none recognised").reason["reporter"] == "De Krant"
    assert judged("east activity contested").reason["reporter"] == "De Krant"


def test_withdrawn_statements_still_count_as_evidence_to_look_at() -> None:
    assert judged("east activity recognised", "west none withdrawn").evidence == 2
