"""The fast lines of the result files are word for word what the objects say one by one."""

from __future__ import annotations

from collections.abc import Iterator

from drawn import FLAT, GLOBE, WEIGHTS, sides
from hypothesis import given, settings
from hypothesis import strategies as st

from wortel.matching.domain.asking import Need, Offer
from wortel.matching.public import Match, Plan, match_lines, run, say, say_gain, unfilled_lines
from wortel.matching.wording import second_choice


def reasons(match: Match) -> Iterator[str]:
    yield from (say(one.reason) for one in match.criteria)
    if match.weight_reason:
        yield say(match.weight_reason)
    if gain := say_gain(match.criteria):
        yield gain
    if match.runner_up:
        yield second_choice(*match.runner_up, is_full=match.is_runner_up_full)


@settings(max_examples=8, deadline=None)
@given(st.one_of(sides(FLAT, ["energie", "bouw"]), sides(GLOBE, ["energie", "bouw"])))
def test_matches_and_open_needs(drawn: tuple[list[Need], list[Offer]]) -> None:
    outcome = run(*drawn, WEIGHTS, Plan())
    assert list(match_lines(outcome.matches)) == [
        (match.need.id, match.offer.id, match.score, "; ".join(reasons(match))) for match in outcome.matches
    ]
    assert list(unfilled_lines(outcome.unfilled)) == [
        (
            one.need.id,
            one.missing,
            say(one.ground),
            "; ".join(f"{say(change)} ({offer})" for change, offer in zip(one.changes, one.offers, strict=True)),
        )
        for one in outcome.unfilled
    ]
