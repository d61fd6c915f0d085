"""The pages of mandates: who may open them, what they say, and what a wrong answer costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from mandate_cast import AT, BY, CLUB, OTHER, SITE, TODAY, by

from wortel.people.actions.ask_organisation import ask_organisation
from wortel.people.actions.invite import Wish, invite
from wortel.people.domain.scope import Scope
from wortel.people.links import INVITATION_LINKS
from wortel.people.models import Invitation, Mandate, Person
from wortel.people.public import give_mandate
from wortel.shell.rates import read_rates
from wortel.trail.models import Entry

pytestmark = pytest.mark.django_db
Holder = Callable[..., tuple[Person, Mandate]]
Make = Callable[[str], Person]
SignedIn = Callable[[Person], Client]
MEMBERS = f"/organisaties/{CLUB}/mensen/"


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def noor(holder: Holder) -> Person:
    return holder("noor")[0]


@pytest.fixture
def invitation(noor: Person) -> Invitation:
    return invite(by(noor), Wish("bram@example.org", "editor", Scope(CLUB), organisation_name="Club"), site=SITE, at=AT)


def test_a_stranger_is_sent_to_sign_in_and_back(client: Client) -> None:
    answer = client.get(MEMBERS)
    assert (answer.status_code, "next=" in answer.headers["Location"]) == (302, True)


def test_members_are_for_those_who_act_too(holder: Holder, noor: Person, signed_in: SignedIn) -> None:
    editor, _mandate = holder("eva", "editor")
    outsider, _mandate = holder("olaf", scope=Scope(OTHER))
    assert "eva@example.org" in text_of(signed_in(noor).get(MEMBERS))
    seen_by_editor = text_of(signed_in(editor).get(MEMBERS))
    assert "Noor" in seen_by_editor
    assert "noor@example.org" not in seen_by_editor
    refused = signed_in(outsider).get(MEMBERS)
    assert refused.status_code == 403
    assert "Dit zien alleen de mensen van deze organisatie" in text_of(refused)


def test_the_list_asks_as_much_for_two_hundred_as_for_ten(noor: Person, person: Make, signed_in: SignedIn) -> None:
    client, counts = signed_in(noor), []
    client.get(MEMBERS)  # what a process keeps is kept from here on
    for many in (10, 200):
        for nth in range(many - Mandate.objects.count()):
            give_mandate(BY, person(f"lid-{many}-{nth}"), "editor", Scope(CLUB), ground="command", at=AT)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(MEMBERS).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[0] <= 10


def test_who_could_then_is_asked_on_the_page(holder: Holder, noor: Person, signed_in: SignedIn) -> None:
    holder("eva", "editor", at=AT - timedelta(days=400), until=TODAY - timedelta(days=300))
    then = text_of(signed_in(noor).get(MEMBERS, {"op": str(TODAY - timedelta(days=350))}))
    assert "Wie namens ons kon handelen op" in then
    assert signed_in(noor).get(MEMBERS, {"op": "vroeger"}).status_code == 422


def test_inviting_from_the_page(noor: Person, signed_in: SignedIn) -> None:
    given = {"email": "bram@example.org", "capacity": "editor", "until": "", "message": "Kom erbij"}
    answer = signed_in(noor).post(f"{MEMBERS}nodig-uit/", given)
    assert (answer.status_code, answer.headers["Location"]) == (302, MEMBERS)
    assert Invitation.objects.get().email == "bram@example.org"


@pytest.mark.parametrize(
    "wrong",
    [
        {"email": "bram"},
        {"email": "bram@example.org", "capacity": "platform_administrator"},
        {"email": "bram@example.org", "capacity": "editor", "until": "2001-01-01"},
        {"email": "bram@example.org", "capacity": "editor", "until": "morgen"},
        {"email": "bram@example.org", "capacity": "editor", "message": "\x00"},
        {"email": "noor@example.org", "capacity": "editor"},
        {},
    ],
)
def test_a_wrong_invitation_is_said_and_not_sent(wrong: dict[str, str], noor: Person, signed_in: SignedIn) -> None:
    answer = signed_in(noor).post(f"{MEMBERS}nodig-uit/", wrong)
    assert (answer.status_code, "Kijk dit nog eens na" in text_of(answer)) == (422, True)
    assert not Invitation.objects.exists()


def test_a_link_is_open_to_who_holds_it_and_writes_nothing(invitation: Invitation, client: Client) -> None:
    before = Entry.objects.count()
    page = text_of(client.get(f"/uitnodiging/{INVITATION_LINKS.token_for(invitation.ref)}/"))
    assert "Word redacteur" in page
    assert "br…@example.org" in page
    assert "Meld je aan om te antwoorden" in page
    assert Entry.objects.count() == before


def test_accepting_on_the_page_opens_the_organisation(
    invitation: Invitation, person: Make, signed_in: SignedIn
) -> None:
    client = signed_in(person("bram"))
    answer = client.post(
        f"/uitnodiging/{INVITATION_LINKS.token_for(invitation.ref)}/", {"doe": "aanvaard"}, follow=True
    )
    assert (answer.status_code, answer.redirect_chain[-1][0]) == (200, MEMBERS)


def test_a_stranger_who_accepts_signs_in_first(invitation: Invitation, client: Client) -> None:
    answer = client.post(f"/uitnodiging/{INVITATION_LINKS.token_for(invitation.ref)}/", {"doe": "aanvaard"})
    assert (answer.status_code, "next=" in answer.headers["Location"]) == (302, True)
    assert Invitation.objects.get().state == "open"


def test_an_expired_link_says_when_and_is_on_the_trail(invitation: Invitation, client: Client) -> None:
    Invitation.objects.update(expires_at=AT - timedelta(days=1))
    answer = client.get(f"/uitnodiging/{INVITATION_LINKS.token_for(invitation.ref)}/")
    assert (answer.status_code, "Deze uitnodiging is verlopen op" in text_of(answer)) == (410, True)
    assert Entry.objects.filter(verb="invitation.refused", why="people.invited_expired").count() == 1


def test_a_link_for_another_is_refused_to_who_signs_in_otherwise(
    invitation: Invitation, person: Make, signed_in: SignedIn
) -> None:
    answer = signed_in(person("iemand")).get(f"/uitnodiging/{INVITATION_LINKS.token_for(invitation.ref)}/")
    assert (answer.status_code, "voor een ander mailadres" in text_of(answer)) == (403, True)
    assert "bram" not in text_of(answer)


@pytest.mark.parametrize("token", ["verzonnen", "abc:def", "x" * 300])
def test_an_invented_link_says_so(token: str, client: Client) -> None:
    answer = client.get(f"/uitnodiging/{token}/")
    assert (answer.status_code, "kennen we niet" in text_of(answer)) == (404, True)


def test_the_last_administrator_reads_how_to_hand_over(noor: Person, signed_in: SignedIn) -> None:
    mandate = Mandate.objects.get()
    client = signed_in(noor)
    page = text_of(client.get(f"/mandaten/{mandate.ref}/beeindig/"))
    assert "Je bent de laatste beheerder" in page
    assert f"/nodig-uit/?opvolger-van={mandate.ref}" in page
    assert client.post(f"/mandaten/{mandate.ref}/beeindig/", {"why": ""}).status_code == 422
    given = {"email": "mia@example.org", "capacity": "administrator"}
    client.post(f"{MEMBERS}nodig-uit/?opvolger-van={mandate.ref}", given)
    assert Invitation.objects.get().succeeds == mandate.ref


def test_a_mandate_of_others_does_not_seem_to_exist(noor: Person, holder: Holder, signed_in: SignedIn) -> None:
    outsider, _mandate = holder("olaf", scope=Scope(OTHER))
    theirs, client = Mandate.objects.get(organisation=CLUB), signed_in(outsider)
    for page in ("beeindig", "verleng"):
        other = client.get(f"/mandaten/bestaat-niet/{page}/")
        assert client.get(f"/mandaten/{theirs.ref}/{page}/").status_code == other.status_code == 404


def test_an_ended_colleague_may_nothing_at_the_next_request(noor: Person, holder: Holder, signed_in: SignedIn) -> None:
    eva, mandate = holder("eva", "editor")
    hers = signed_in(eva)
    assert hers.get(MEMBERS).status_code == 200
    signed_in(noor).post(f"/mandaten/{mandate.ref}/beeindig/", {"why": "Eva werkt elders."})
    assert hers.get(MEMBERS).status_code == 403


def test_asking_and_being_let_in(noor: Person, person: Make, signed_in: SignedIn) -> None:
    jef = person("jef")
    given = {"capacity": "editor", "message": "Ik geef er les."}
    assert signed_in(jef).post(f"/organisaties/{CLUB}/meewerken/", given).status_code == 302
    request, client = Invitation.objects.get(), signed_in(noor)
    page = f"/uitnodigingen/{request.ref}/"
    assert "Jef wil redacteur worden" in text_of(client.get(page))
    assert client.post(page, {"doe": "weiger", "answer": ""}).status_code == 422
    assert client.post(page, {"doe": "iets"}).status_code == 422
    assert client.post(page, {"doe": "aanvaard", "answer": "Welkom"}).status_code == 302
    assert signed_in(jef).get(MEMBERS).status_code == 200
    assert "al aanvaard op" in text_of(client.get(page))


def test_a_request_is_seen_by_its_maker_and_who_decides_only(
    noor: Person, holder: Holder, person: Make, signed_in: SignedIn
) -> None:
    jef, (outsider, _mandate) = person("jef"), holder("olaf", scope=Scope(OTHER))
    request = ask_organisation(by(jef), jef, CLUB, "Club", "editor", "Ik", site=SITE, at=AT)
    page = f"/uitnodigingen/{request.ref}/"
    assert signed_in(outsider).get(page).status_code == 404
    own = signed_in(jef)
    assert "Trek je vraag in" in text_of(own.get(page))
    assert own.post(page, {"doe": "aanvaard"}).status_code == 422
    assert own.post(page, {"doe": "intrekken"}).status_code == 302
    assert Invitation.objects.get().state == "withdrawn"


def test_an_unknown_organisation_is_not_there(noor: Person, signed_in: SignedIn) -> None:
    for page in ("mensen/", "mensen/nodig-uit/", "meewerken/"):
        assert signed_in(noor).get(f"/organisaties/bestaat-niet/{page}").status_code == 404


def test_roles_ask_for_the_second_factor(holder: Holder, signed_in: SignedIn) -> None:
    paula, _mandate = holder("paula", "platform_administrator", Scope())
    answer = signed_in(paula).get("/programma/rollen/")
    assert (answer.status_code, "/mijn/beveiliging/?next=" in text_of(answer)) == (403, True)


@pytest.mark.usefixtures("strong")
def test_a_role_is_given_for_an_area(holder: Holder, signed_in: SignedIn) -> None:
    client = signed_in(holder("paula", "platform_administrator", Scope())[0])
    assert client.get("/programma/rollen/").status_code == 200
    given = {"email": "greet@example.org", "capacity": "catalyst", "area": ""}
    assert client.post("/programma/rollen/geef/", given).status_code == 422
    assert client.post("/programma/rollen/geef/", {**given, "area": "referentieregio:REFREG13"}).status_code == 302
    assert Invitation.objects.values_list("scheme", "area").get() == ("referentieregio", "REFREG13")


@pytest.mark.usefixtures("strong")
def test_a_project_manager_gives_no_platform_administrator(holder: Holder, signed_in: SignedIn) -> None:
    client = signed_in(holder("victor", "programme_manager", Scope())[0])
    given = {"email": "greet@example.org", "capacity": "platform_administrator"}
    assert client.post("/programma/rollen/geef/", given).status_code == 422
    assert not Invitation.objects.exists()


def test_roles_are_not_for_everyone(noor: Person, signed_in: SignedIn) -> None:
    assert signed_in(noor).get("/programma/rollen/").status_code == 403


def test_a_link_that_is_refused_does_not_fill_the_trail(
    invitation: Invitation, person: Make, signed_in: SignedIn, settings: Any
) -> None:
    settings.RATE_LIMITS = read_rates({"form": "3/10 minutes"}, {})
    Invitation.objects.update(expires_at=AT)
    reader, before = signed_in(person("bram")), Entry.objects.count()
    paths = [f"/uitnodiging/{INVITATION_LINKS.token_for(invitation.ref)}/", "/uitnodiging/verzonnen/"]
    statuses = [reader.get(path).status_code for path in paths * 3]
    assert statuses == [410, 404, 410, 429, 429, 429]
    assert Entry.objects.count() == before + 3
