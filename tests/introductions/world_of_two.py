"""A school that asks, companies that offer, and people who act for them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import connections

from wortel.actors.domain.kinds import KIND_OF
from wortel.actors.models import Actor
from wortel.actors.search.index import index_actors
from wortel.exchange.public import Listing
from wortel.introductions.models import Introduction
from wortel.introductions.public import IntroductionRefused, agree, plan, propose
from wortel.people.public import Person, Scope, give_mandate
from wortel.trail.public import By

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
JOINED = datetime(2026, 1, 5, 9, tzinfo=UTC)
DAY = timedelta(days=1)
BY = By.command("tests")
SCHOOL, FIRM, RIVAL = "a-school", "a-bedrijf", "a-labo"
NAMES = {SCHOOL: "Basisschool De Wortel", FIRM: "Robotfabriek", RIVAL: "Labo Noord"}
NOOR, BRAM, SAMIRA = By("page", "noor", SCHOOL), By("page", "bram", FIRM), By("page", "samira", RIVAL)
HOLIDAY = date(2026, 12, 15)


def settle_actors() -> None:
    """The organisations, found in the directory."""
    made = [
        Actor.objects.create(
            ref=ref, name=name, kind="association", sector=KIND_OF["association"].sector, status="active",
            sources="|lijst|", nis="44021", province="40000", region="REFREG13", place="Gent", lat=51.05, lon=3.72,
            precision="municipality", updated_at=AT,
        )
        for ref, name in NAMES.items()
    ]  # fmt: skip
    index_actors([each.pk for each in made])


def settle_people() -> None:
    """An administrator for each."""
    for by in (NOOR, BRAM, SAMIRA):
        person = Person.objects.create(
            ref=by.person, name=by.person.title(), email=f"{by.person}@example.org", joined_at=JOINED
        )
        give_mandate(BY, person, "administrator", Scope(organisation=by.organisation), ground="command", at=JOINED)


def listing(ref: str, side: str, actor: str, **more: Any) -> Listing:
    """An open need or offer of a guest lesson in Ghent, for two months."""
    facts: dict[str, Any] = {
        "ref": ref, "side": side, "kind": "guest_lesson", "state": "open", "actor": actor, "title": f"Titel van {ref}",
        "themes": ["robotics"], "age_from": 10, "age_to": 12, "languages": ["nl"], "quantity": 1,
        "first_on": date(2026, 11, 1), "end_on": date(2027, 1, 1), "nis": "44021", "lat": 51.05, "lon": 3.72,
        "range_km": None if side == "need" else 25.0, "visibility": "signed_in", "made_at": AT, "changed_at": AT,
        "is_fictional": ref.startswith("demo-"),
    }  # fmt: skip
    return Listing.objects.create(**{**facts, **more})


def settle_listings(*, asked: int = 1, offered: int = 1) -> None:
    """What the school asks and the company offers."""
    listing("vraag", "need", SCHOOL, quantity=asked)
    listing("aanbod", "offer", FIRM, quantity=offered)


def proposal(origin: str = "engine", by: By = BY, need: str = "vraag", offer: str = "aanbod") -> Introduction:
    """A proposal between both."""
    return propose(by, need, offer, origin=origin, at=AT)


def in_contact() -> Introduction:
    """Both said yes, the day after."""
    row = proposal()
    agree(NOOR, row.ref, "need", row.version, AT + DAY)
    return agree(BRAM, row.ref, "offer", row.version, AT + DAY)


def propose_at_once(writers: int, offered: int) -> int:
    """As many needs as writers, all put to one offer at the same moment; says how many got a place."""
    listing("druk", "offer", FIRM, quantity=offered)
    for number in range(writers):
        listing(f"vraag-{number}", "need", SCHOOL)

    def write(number: int) -> int:
        try:
            proposal(need=f"vraag-{number}", offer="druk")
        except IntroductionRefused:
            return 0
        finally:
            connections.close_all()
        return 1

    with ThreadPoolExecutor(writers) as pool:
        return sum(pool.map(write, range(writers)))


def plan_at_once(writers: int, per_week: int) -> int:
    """As many introductions in contact as writers, all planned in one week at the same moment; how many got it."""
    listing("druk", "offer", FIRM, quantity=writers, per_week=per_week)
    rows = []
    for number in range(writers):
        listing(f"vraag-{number}", "need", SCHOOL)
        row = proposal(need=f"vraag-{number}", offer="druk")
        agree(NOOR, row.ref, "need", row.version, AT)
        rows.append(agree(BRAM, row.ref, "offer", row.version, AT))

    def write(number: int) -> int:
        try:
            plan(NOOR, rows[number].ref, "need", rows[number].version, HOLIDAY, AT)
        except IntroductionRefused:
            return 0
        finally:
            connections.close_all()
        return 1

    with ThreadPoolExecutor(writers) as pool:
        return sum(pool.map(write, range(writers)))
