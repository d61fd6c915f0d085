"""The desk lists what waits, the oldest first, to who may know; in as many queries however much that is."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.actors.directory import LEUVEN, actor
from tests.atlas.the_desk import AT, GHENT_REGION, browser_of, reply, someone

from wortel.organisations.models import Claim, Removal

pytestmark = pytest.mark.django_db


def claim(ref: str, about: str) -> None:
    person = someone(f"{ref}@example.org")
    Claim.objects.create(
        ref=ref, actor=about, actor_name=f"Over {ref}", person=person.ref, proof="review", state="open", made_at=AT
    )


def test_the_oldest_stands_first_whatever_its_kind() -> None:
    actor("club", "Over r")
    reply("b", confirmed_at=AT - timedelta(days=3))
    reply("a", confirmed_at=AT - timedelta(days=1))
    claim("c", "club")
    Removal.objects.create(ref="r", actor="club", person="x", what="profile", made_at=AT - timedelta(days=9))
    page = browser_of(someone("m@example.org", "programme_manager")).get("/balie/").content.decode()
    places = [page.index(f"Over {ref}") for ref in "rbac"]
    assert places == sorted(places)


def test_a_catalyst_sees_only_the_own_region() -> None:
    actor("ver", "Ver weg", nis=LEUVEN)
    reply("hier")
    reply("daar", "actor:ver")
    reply("nergens", "evidence:xyz")
    page = browser_of(someone("g@example.org", "catalyst", area=GHENT_REGION)).get("/balie/").content.decode()
    assert ("Over hier" in page, "Over daar" in page, "Over nergens" in page) == (True, False, False)


def test_what_was_decided_or_not_confirmed_does_not_wait() -> None:
    reply("klaar", state="accepted")
    reply("nog", state="unconfirmed")
    page = browser_of(someone("m@example.org", "programme_manager")).get("/balie/").content.decode()
    assert "Er wacht niets" in page


def test_it_is_filtered_by_kind_and_region() -> None:
    actor("ver", "Ver weg", nis=LEUVEN)
    reply("hier")
    reply("daar", "actor:ver", kind="correction")
    browser = browser_of(someone("m@example.org", "programme_manager"))
    for query in ("soort=verbetering", "regio=REFREG05"):
        page = browser.get(f"/balie/?{query}").content.decode()
        assert ("Over hier" in page, "Over daar" in page) == (False, True), query
    assert browser.get("/balie/?soort=onzin").status_code == 422


def test_more_matters_ask_no_more_queries() -> None:
    browser = browser_of(someone("m@example.org", "programme_manager"))

    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get("/balie/")
        return len(asked)

    actor("club", "Club")
    reply("een", "actor:club")
    claim("twee", "club")
    Removal.objects.create(ref="r", actor="club", person="x", what="profile", made_at=AT)
    few = queries()
    for number in range(12):
        actor(f"club{number}", "Club")
        reply(f"r{number}", f"actor:club{number}", taken_by="x")
        claim(f"c{number}", f"club{number}")
    assert queries() <= few + 1, "one for the names of who looks into something"


def test_a_stranger_is_asked_to_sign_in_and_others_are_told_why_not() -> None:
    reply("x")
    assert Client().get("/balie/").status_code in {302, 401}
    assert browser_of(someone("niemand@example.org")).get("/balie/").status_code == 403
    weak = browser_of(someone("m@example.org", "programme_manager"), strong=False).get("/balie/")
    assert (weak.status_code, "tweede stap" in weak.content.decode()) == (403, True)


def test_no_one_learns_that_a_matter_exists() -> None:
    reply("x")
    for person in (someone("n@example.org"), someone("g@example.org", "catalyst", area="REFREG05")):
        browser = browser_of(person)
        assert browser.get("/balie/melding/x/").status_code == 404
        assert browser.get("/balie/melding/bestaat-niet/").status_code == 404
        assert browser.post("/balie/melding/x/", {"decision": "aanvaard"}).status_code == 404
        assert browser.post("/balie/melding/x/neem/").status_code == 404
    assert browser.get("/balie/onzin/x/").status_code == 404
