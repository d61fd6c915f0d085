"""The desk of a region: what is open for everyone, what waits for its gangmaker, and a run on request."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from listings import AT, BALEN, BY, need, offer, ran

from wortel.introductions.actions.run_waiting import run_next_asked
from wortel.introductions.models import Introduction, Run, Standing
from wortel.people.public import Person, Scope, give_mandate
from wortel.shell import clock

pytestmark = pytest.mark.django_db
DESK = "/regios/REFREG13/balie/"
STRONG = {"method": "mfa", "type": "totp", "at": AT.timestamp()}


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: AT)


def gangmaker(area: str = "REFREG13", *, strong: bool = True) -> Client:
    person = Person.objects.create(name="Greet", email=f"greet-{area}@example.org", joined_at=AT)
    give_mandate(BY, person, "catalyst", Scope("", "referentieregio", area), ground="command", at=AT)
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["account_authentication_methods"] = [STRONG] if strong else []
    session.save()
    return client


def page(client: Client, path: str = DESK) -> str:
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stranger_sees_what_is_public_and_nothing_that_waits() -> None:
    need("n", title="Gastles gezocht")
    need("closed-circle", title="Alleen voor partners", visibility="partners")
    need("elsewhere", title="In Balen gezocht", at=BALEN)
    ran()
    text = page(Client())
    assert "Gastles gezocht" in text
    assert "Alleen voor partners" not in text
    assert "In Balen gezocht" not in text
    assert "Wat op jou wacht" not in text


def test_the_gangmaker_reads_why_a_need_stays_open_and_what_would_help() -> None:
    need("n", title="Gastles gezocht", end_on=date(2027, 1, 25))
    offer("o", title="Les over energie", first_on=date(2027, 2, 1), end_on=date(2027, 3, 1))
    ran()
    text = page(gangmaker())
    assert "Wat er is, kan niet in deze weken." in text
    assert "een week later" in text or "weken later" in text
    assert "/introducties/samenbrengen/n/" in text
    assert "Wat op jou wacht" not in page(gangmaker("REFREG03"))


def test_who_lacks_the_second_factor_is_told_so() -> None:
    text = page(gangmaker(strong=False))
    assert "Bevestig eerst met je tweede stap" in text
    assert "Wat op jou wacht" not in text


def test_a_run_on_request_waits_for_the_worker_and_a_second_says_so() -> None:
    need("n")
    offer("o")
    client = gangmaker()
    first = client.post(DESK, follow=True).content.decode()
    assert "We zoeken nu wie bij wie past" in first
    assert "Er wacht of loopt nu een ronde" in first
    assert not Introduction.objects.exists()
    assert "wacht of loopt al een ronde" in client.post(DESK, follow=True).content.decode()
    run = run_next_asked(BY, lambda: AT)
    assert run is not None
    assert (run.area, run.figures["proposed"]) == ("REFREG13", 1)
    assert run_next_asked(BY, lambda: AT) is None
    assert Run.objects.count() == 1


def test_a_region_that_nobody_knows_is_a_helpful_refusal() -> None:
    answer = Client().get("/regios/REFREG99/balie/")
    assert answer.status_code == 404
    assert "/regios/" in answer.content.decode()


def test_the_page_asks_the_same_number_of_statements_however_much_waits(django_assert_max_num_queries: Any) -> None:
    for nth in range(30):
        need(f"n{nth:02}", at=BALEN if nth % 2 else ("44021", 51.05, 3.72), quantity=2)
        offer(f"o{nth:02}", end_on=date(2027, 1, 30) + timedelta(days=nth))
    ran()
    assert Standing.objects.count() > 2
    client = gangmaker()
    with django_assert_max_num_queries(36):
        page(client)


def test_the_keeper_of_a_need_reads_on_its_page_why_it_stays_open() -> None:
    need("n", actor="school", at=BALEN)
    offer("o", title="Les over energie", range_km=60)
    ran()
    from wortel.introductions.pages.runs_beside_listing import beside_listing

    keeper = request_of("school")
    told = beside_listing(keeper, row("n"))
    assert told is not None
    assert told["why"] == "Wat er is, ligt te ver."
    assert told["changes"][0]["change"].endswith("km verder")
    assert beside_listing(request_of("another"), row("n")) is None
    assert beside_listing(keeper, row("o")) is None


def row(ref: str) -> Any:
    from wortel.exchange.models import Listing

    return Listing.objects.get(ref=ref)


def request_of(organisation: str) -> Any:
    from django.test import RequestFactory

    person = Person.objects.create(name="Noor", email=f"{organisation}@example.org", joined_at=AT)
    give_mandate(BY, person, "administrator", Scope(organisation), ground="command", at=AT)
    request = RequestFactory().get("/")
    request.user, request.session = person, {}  # type: ignore[assignment]
    return request
