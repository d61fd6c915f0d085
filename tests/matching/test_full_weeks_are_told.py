"""A need that only full weeks keep out hears so, and in which week there still is room; the files give the weeks."""

from __future__ import annotations

from pathlib import Path

from drawn import WEIGHTS, need, offer
from test_the_match_command import NEED, NEEDS, OFFER, OFFERS, matched, rows

from wortel.matching.domain.asking import Stretch
from wortel.matching.public import Plan, run, say

PER_WEEK = OFFERS.replace("capacity", "capacity,per_week")


def test_the_nearest_week_with_room_is_the_change_that_helps() -> None:
    needs = [need(name, weeks=Stretch(10, 11)) for name in "ab"]
    outcome = run(needs, [offer(weeks=Stretch(8, 14), capacity=5, per_week=1)], WEIGHTS, Plan())
    assert [(match.need.id, match.week) for match in outcome.matches] == [("a", 10)]
    assert outcome.is_optimal
    (left,) = outcome.unfilled
    assert (say(left.ground), [say(change) for change in left.changes], left.offers) == (
        "alle weken die passen zijn vol",
        ["in week 11 is er nog plaats"],
        ("o",),
    )


def test_where_no_week_has_room_none_is_told() -> None:
    needs = [need(name, weeks=Stretch(10, 11)) for name in "ab"]
    (left,) = run(needs, [offer(weeks=Stretch(10, 11), capacity=5, per_week=1)], WEIGHTS, Plan()).unfilled
    assert (left.ground.key, left.changes) == ("matching.weeks_full", ())


def test_an_offer_that_may_not_be_asked_again_is_full_whatever_its_weeks() -> None:
    needs = [need(name, weeks=Stretch(10, 11)) for name in "ab"]
    (left,) = run(needs, [offer(weeks=Stretch(8, 14), capacity=1, per_week=1)], WEIGHTS, Plan()).unfilled
    assert left.ground.key == "matching.all_full"


def test_no_other_change_is_told_towards_a_week_that_is_full() -> None:
    needs = [need("a", weeks=Stretch(10, 11)), need("b", weeks=Stretch(10, 11), themes=frozenset({"bouw"}))]
    (left,) = run(needs, [offer(weeks=Stretch(10, 14), capacity=5, per_week=1)], WEIGHTS, Plan()).unfilled
    assert left.changes == ()


def test_the_files_give_weeks_only_when_an_offer_says_per_week(tmp_path: Path) -> None:
    two = NEED + NEED.replace("n1", "n2").replace("10,14,nl", "10,11,nl") + NEED.replace("n1", "n3")
    offers = PER_WEEK + OFFER.strip().removesuffix("1") + "2,1\n" + OFFER.replace("o1", "o2").strip() + ",\n"
    done = matched(tmp_path, two, offers, "--unfilled", str(tmp_path / "open.csv"))
    assert done.exit_code == 0, done.output
    found = {(row["need"], row["offer"]): row["week"] for row in rows(tmp_path / "matches.csv")}
    assert {pair[1]: 0 for pair in found} == {"o1": 0, "o2": 0}
    assert all((week == "") == (pair[1] == "o2") for pair, week in found.items())
    empty = PER_WEEK + OFFER.strip() + ",\n"
    assert matched(tmp_path, NEED, empty).exit_code == 0
    before = (tmp_path / "matches.csv").read_bytes()
    assert matched(tmp_path, NEED, OFFER).exit_code == 0
    assert (tmp_path / "matches.csv").read_bytes() == before
    assert b"week" not in before.splitlines()[0]


def test_what_was_accepted_takes_room_in_its_week(tmp_path: Path) -> None:
    offers = PER_WEEK + OFFER.strip().removesuffix("1") + "2,1\n"
    standing = tmp_path / "standing.csv"
    standing.write_text("need,offer,state,week\nn9,o1,accepted,10\n", encoding="utf-8")
    done = matched(tmp_path, NEED, offers, "--standing", str(standing))
    assert done.exit_code == 0, done.output
    assert [(row["need"], row["state"], row["week"]) for row in rows(tmp_path / "matches.csv")] == [
        ("n1", "new", "11"),
        ("n9", "accepted", "10"),
    ]
    standing.write_text("need,offer,state,week\nn9,o1,accepted,tien\n", encoding="utf-8")
    refused = matched(tmp_path, NEED, offers, "--standing", str(standing))
    assert "rij 2, kolom week: 'tien' is geen geheel getal" in refused.output


def test_a_wrong_number_per_week_is_refused_with_its_place(tmp_path: Path) -> None:
    for wrong, said in (("0", "is te klein: '0'. Schrijf 1 of meer"), ("veel", "is geen geheel getal: 'veel'")):
        done = matched(tmp_path, NEED, PER_WEEK + OFFER.strip() + f",{wrong}\n")
        assert done.exit_code != 0
        assert "offers.csv, rij 2, kolom N (per_week)" in done.output
        assert said in done.output


def test_given_scores_buy_no_week_that_both_do_not_have(tmp_path: Path) -> None:
    table = tmp_path / "scores.csv"
    table.write_text("need,offer,score\nn1,o1,42\n", encoding="utf-8")
    later = PER_WEEK + OFFER.replace("10,14,nl|fr", "20,24,nl|fr").strip() + ",1\n"
    assert matched(tmp_path, NEEDS + NEED, later, "--score-table", str(table)).exit_code == 0
    assert rows(tmp_path / "matches.csv") == []
