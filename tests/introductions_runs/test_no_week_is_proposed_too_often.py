"""A run gives every proposal to an offer with a limit per week its own week, and counts those given away before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from listings import AT, need, offer, proposed, ran

from wortel.introductions.domain.kept_reasons import read
from wortel.introductions.models import Introduction, Standing
from wortel.introductions.wording import say_ground
from wortel.introductions.wording_runs import say_change, say_short

pytestmark = pytest.mark.django_db
ONE_WEEK = {"first_on": date(2027, 1, 11), "end_on": date(2027, 1, 18)}


def suggested() -> dict[str, str]:
    found = {}
    for row in Introduction.objects.order_by("need"):
        for reason in read(row.reasons):
            if reason.key == "introductions.suggested_week":
                found[row.need] = str(reason["monday"])
    return found


def test_every_proposal_has_its_own_week_and_the_last_one_hears_that_all_are_full() -> None:
    for name in ("a", "b"):
        need(name, **ONE_WEEK)
    need("c")
    offer("o", quantity=6, per_week=1)
    ran()
    assert proposed() == [("a", "o"), ("c", "o")]
    assert suggested() == {"a": "2027-01-11", "c": "2027-01-04"}
    standing = Standing.objects.get(need="b")
    assert say_short(read([standing.ground])[0]) == "Alle weken die passen zijn vol."
    assert [say_change(change) for change in read(standing.changes)] == [
        "in de week van 18 januari 2027 is er nog plaats"
    ]


def test_weeks_given_away_before_are_not_given_again() -> None:
    need("a", **ONE_WEEK)
    offer("o", quantity=6, per_week=1)
    ran()
    need("b", **ONE_WEEK)
    ran(at=AT + timedelta(days=1))
    assert proposed() == [("a", "o")]
    both = {"need_agreed_at": AT, "offer_agreed_at": AT}
    Introduction.objects.update(state="confirmed", planned_on=date(2027, 1, 20), **both)
    ran(at=AT + timedelta(days=2))
    assert ("b", "o") in proposed()


def test_without_a_limit_per_week_no_week_is_named() -> None:
    need("a")
    offer("o", quantity=6)
    ran()
    assert suggested() == {}


def test_the_week_is_said_as_a_day_that_people_know() -> None:
    need("a", **ONE_WEEK)
    offer("o", per_week=1)
    ran()
    said = read(Introduction.objects.get().reasons)[-1]
    assert say_ground(said) == "voorgestelde week: die van 11 januari 2027"
