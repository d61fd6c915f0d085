"""When a proposal ends undone, the best offer that is still possible takes its place, at once."""

from __future__ import annotations

import pytest
from world_of_two import AT, BRAM, BY, DAY, NOOR, RIVAL, in_contact, listing, proposal

from wortel.exchange.public import Listing
from wortel.introductions.actions.answer import decline
from wortel.introductions.actions.keep_moving import keep_moving
from wortel.introductions.actions.let_go import let_go
from wortel.introductions.models import Introduction
from wortel.post.models import Message

pytestmark = pytest.mark.django_db


def proposed_now() -> list[str]:
    return sorted(Introduction.objects.filter(state="proposed").values_list("offer", flat=True))


def no(row: Introduction) -> None:
    decline(BRAM, row.ref, "offer", row.version, "no_time", "", AT + DAY)


def test_the_best_of_what_is_left_is_proposed(two: None) -> None:
    listing("verder", "offer", RIVAL, lat=51.2, lon=3.8)
    listing("dichter", "offer", RIVAL, lat=51.06, lon=3.72)
    no(proposal())
    row = Introduction.objects.get(state="proposed")
    assert (row.offer, row.origin, row.reasons[0]["key"]) == ("dichter", "engine", "introductions.next_best")
    assert row.score is not None
    assert row.km is not None
    assert Message.objects.filter(key=f"introduction:{row.ref}:proposed:samira").exists()


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("too far", {"range_km": 0.5, "lat": 51.2}),
        ("another kind", {"kind": "company_visit"}),
        ("another theme", {"themes": ["space"]}),
        ("another age", {"age_from": 16, "age_to": 18}),
        ("another language", {"languages": ["fr"]}),
        ("closed", {"state": "closed"}),
        ("shown to itself only", {"visibility": "own"}),
        ("of the same organisation", {"actor": "a-school"}),
        ("fictional", {"is_fictional": True}),
        ("over", {"end_on": AT.date()}),
    ],
)
def test_what_does_not_fit_is_not_proposed(two: None, name: str, what: dict[str, object]) -> None:
    listing("ander", "offer", RIVAL)
    Listing.objects.filter(ref="ander").update(**what)
    no(proposal())
    assert proposed_now() == [], name


def test_what_is_full_is_passed_over(two: None) -> None:
    listing("vol", "offer", RIVAL)
    listing("tweede", "need", "a-derde")
    proposal(need="tweede", offer="vol")
    no(proposal())
    assert Introduction.objects.filter(need="vraag", state="proposed").count() == 0


def test_what_was_declined_is_not_proposed_again(two: None) -> None:
    listing("ander", "offer", RIVAL)
    no(proposal())
    row = Introduction.objects.get(state="proposed")
    decline(NOOR, row.ref, "need", row.version, "too_far", "", AT + DAY)
    assert proposed_now() == []


def test_it_comes_too_when_nobody_answered_and_when_it_was_let_go(two: None) -> None:
    listing("ander", "offer", RIVAL)
    proposal()
    keep_moving(BY, AT + 15 * DAY)
    assert proposed_now() == ["ander"]
    Introduction.objects.all().delete()
    row = in_contact()
    let_go(NOOR, row.ref, "need", row.version, "plans_changed", "", AT + DAY)
    assert proposed_now() == ["ander"]


def test_a_need_that_closed_gets_nothing(two: None) -> None:
    listing("ander", "offer", RIVAL)
    row = proposal()
    Listing.objects.filter(ref="vraag").update(state="closed")
    no(row)
    assert proposed_now() == []


def test_fictional_ones_find_each_other(two: None) -> None:
    listing("demo-vraag", "need", "demo-school")
    listing("demo-een", "offer", "demo-bedrijf")
    listing("demo-twee", "offer", "demo-labo")
    listing("echt", "offer", RIVAL)
    row = proposal(need="demo-vraag", offer="demo-een")
    assert row.is_fictional
    no(row)
    assert proposed_now() == ["demo-twee"]


def test_one_shown_to_partners_only_is_proposed_to_partners_only(two: None) -> None:
    from wortel.organisations.models import Partner

    listing("ander", "offer", RIVAL, visibility="partners")
    row = proposal()
    no(row)
    assert proposed_now() == []
    Partner.objects.create(actor=RIVAL, partner="a-school", since=AT.date())
    Introduction.objects.all().delete()
    no(proposal())
    assert proposed_now() == ["ander"]


def test_the_answer_costs_the_same_with_many_offers(two: None, django_assert_max_num_queries: object) -> None:
    for number in range(40):
        listing(f"aanbod-{number}", "offer", RIVAL)
    row = proposal()
    with django_assert_max_num_queries(62):  # type: ignore[operator]
        no(row)
    assert len(proposed_now()) == 1
