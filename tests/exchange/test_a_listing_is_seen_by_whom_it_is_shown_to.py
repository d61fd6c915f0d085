"""Visibility and state hold everywhere: in lists, pages, files, counts, beside the actor and in the API."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from fair import CLUB, FIRM, NEED, ON, SCHOOL, opened

from wortel.exchange.models import Listing
from wortel.exchange.permissions import may_read
from wortel.exchange.queries.listings import areas_of, naming, readable
from wortel.kernel.span import Span
from wortel.organisations.models import Partner
from wortel.people.domain.caller import STRANGER, Caller, HeldMandate

KEMPEN, ELSEWHERE = "REFREG03", "REFREG13"
VISIBILITIES = ("public", "signed_in", "partners", "own")
STATES = ("draft", "awaiting", "open", "paused", "closed")


def holds(capacity: str, organisation: str = "", area: str = "") -> HeldMandate:
    return HeldMandate("m", capacity, organisation, "referentieregio" if area else "", area, Span(date(2020, 1, 1)))


CALLERS = {
    "vreemde": STRANGER,
    "aangemeld": Caller("p"),
    "beheerder": Caller("p", mandates=(holds("administrator", SCHOOL),)),
    "redacteur": Caller("p", mandates=(holds("editor", SCHOOL),)),
    "van de partner": Caller("p", mandates=(holds("editor", CLUB),)),
    "van een ander": Caller("p", mandates=(holds("administrator", FIRM),)),
    "gangmaker": Caller("p", mandates=(holds("catalyst", area=KEMPEN),), is_strong=True),
    "gangmaker zonder stap": Caller("p", mandates=(holds("catalyst", area=KEMPEN),)),
    "gangmaker elders": Caller("p", mandates=(holds("catalyst", area=ELSEWHERE),), is_strong=True),
    "projectmanager": Caller("p", mandates=(holds("programme_manager"),), is_strong=True),
    "platformbeheerder": Caller("p", mandates=(holds("platform_administrator"),), is_strong=True),
}
SPEAK = {"beheerder", "redacteur"}
READERS = {
    "public": set(CALLERS),
    "signed_in": set(CALLERS) - {"vreemde"},
    "partners": {*SPEAK, "van de partner", "gangmaker", "projectmanager"},
    "own": SPEAK,
}


@pytest.fixture
def shown(actors: None) -> dict[tuple[str, str], Listing]:
    """A need of the school in every state for every audience; the school names the club as partner."""
    Partner.objects.create(actor=SCHOOL, partner=CLUB, since=ON)
    rows = {}
    for visibility in VISIBILITIES:
        for state in STATES:
            row = opened(title=f"Woord-{visibility}-{state}", visibility=visibility)
            Listing.objects.filter(pk=row.pk).update(state=state, entered_by=FIRM if state == "awaiting" else "")
            rows[visibility, state] = row
    return rows


@pytest.mark.parametrize("name", CALLERS)
def test_a_question_and_a_row_say_the_same(name: str, shown: dict[tuple[str, str], Listing]) -> None:
    caller = CALLERS[name]
    read = set(Listing.objects.filter(readable(caller, ON)).values_list("ref", flat=True))
    for (visibility, state), row in shown.items():
        expected = name in (READERS[visibility] if state not in ("draft", "awaiting") else SPEAK)
        one = may_read(caller, SCHOOL, visibility, state, naming(caller), areas_of(row.nis, ON))
        assert bool(one) is expected, (name, visibility, state)
        assert (row.ref in read) is expected, (name, visibility, state)


def everywhere(client: Client, row: Listing) -> dict[str, str]:
    """What each place where a need may show says of it."""
    word = row.title
    places = (
        "/vraag-en-aanbod/", f"/vraag-en-aanbod/?q={word}", f"/vraag-en-aanbod/?q={word}&vorm=csv",
        f"/vraag-en-aanbod/?q={word}&vorm=json", f"/vraag-en-aanbod/{row.ref}/", f"/actoren/{SCHOOL}/",
        f"/api/v1/listings?q={word}", f"/api/v1/listings/{row.ref}",
    )  # fmt: skip
    found = {}
    for place in places:
        answer = client.get(place)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found[place] = body.decode()
    return found


@pytest.mark.parametrize("visibility", ["signed_in", "partners", "own"])
def test_a_stranger_reads_it_nowhere(visibility: str, shown: dict[tuple[str, str], Listing]) -> None:
    row = shown[visibility, "open"]
    said = everywhere(Client(), row)
    assert [place for place, text in said.items() if row.ref in text] == []
    assert json.loads(said[f"/api/v1/listings?q={row.title}"])["total"] == 0


def test_what_is_public_stands_everywhere(shown: dict[tuple[str, str], Listing]) -> None:
    row = shown["public", "open"]
    assert [place for place, text in everywhere(Client(), row).items() if row.title not in text] == []


def test_the_api_gives_nothing_else_to_who_is_signed_in(
    as_: Callable[..., Client], shown: dict[tuple[str, str], Listing]
) -> None:
    noor = as_("noor", administrator=SCHOOL)
    assert noor.get(f"/api/v1/listings/{shown['own', 'open'].ref}").status_code == 404
    assert noor.get(f"/vraag-en-aanbod/{shown['own', 'open'].ref}/").status_code == 200


def test_a_count_betrays_nothing(as_: Callable[..., Client], shown: dict[tuple[str, str], Listing]) -> None:
    assert Client().get("/vraag-en-aanbod/").context["found"].total == 1
    assert as_("els").get("/vraag-en-aanbod/").context["found"].total == 2
    assert as_("bram", editor=CLUB).get("/vraag-en-aanbod/").context["found"].total == 3
    assert as_("noor", editor=SCHOOL).get("/vraag-en-aanbod/").context["found"].total == 4


def test_hidden_and_not_there_look_alike(as_: Callable[..., Client], shown: dict[tuple[str, str], Listing]) -> None:
    hidden, gone = f"/vraag-en-aanbod/{shown['own', 'open'].ref}/", f"/vraag-en-aanbod/{'0' * 24}/"
    els, nobody = as_("els"), Client()
    assert els.get(hidden).status_code == els.get(gone).status_code == 404
    assert nobody.get(hidden).status_code == nobody.get(gone).status_code == 302


def test_why_it_closed_is_read_by_its_own_only(as_: Callable[..., Client], actors: None) -> None:
    row = opened()
    Listing.objects.filter(pk=row.pk).update(state="closed", closed_why="ruzie met de directie")
    url = f"/vraag-en-aanbod/{row.ref}/"
    assert "ruzie" in as_("noor", editor=SCHOOL).get(url).content.decode()
    assert "ruzie" not in as_("els").get(url).content.decode()
    assert NEED.title in Client().get(url).content.decode()
