"""Whatever an OpenID provider does wrong: one clear sentence, an entry in the trail, and nobody signed in."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from signing_in import ADDRESS, ask_code, code_in, newest_mail
from signing_provider import CLIENT, SECRET, Provider, running_provider

from wortel.people.calling import SIGNED_IN_BY
from wortel.people.models import Person
from wortel.people.public import OrganisationCode, org_code_of
from wortel.people.sign_in import urls
from wortel.shell import clock
from wortel.trail.models import Details, Entry

pytestmark = pytest.mark.django_db
BACK = "/aanmelden/dienst/terug/"


@pytest.fixture(scope="module")
def started() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


@pytest.fixture
def provider(started: Provider, settings: Any) -> Provider:
    fresh = Provider(issuer=started.issuer)
    for name in ("claims", "userinfo", "says_issuer", "signs_with_other_key", "unsigned", "status"):
        setattr(started, name, getattr(fresh, name))
    settings.OPENID = {
        "issuer": started.issuer, "client_id": CLIENT, "secret": SECRET, "name": "ACM/IDM",
        "scopes": ["openid", "profile", "vo"], "strong_acr": ["urn:sterk"],
    }  # fmt: skip
    return started


def leave_for_provider(client: Client, path: str = "/aanmelden/dienst/") -> str:
    answer = client.post(path)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def come_back(client: Client, provider: Provider, sub: str = "vo-1") -> Any:
    return client.get(BACK + provider.let_in(leave_for_provider(client), sub))


def first_time(client: Client, provider: Provider, address: str = ADDRESS) -> None:
    """Comes from the provider, gives an address and types the code."""
    assert come_back(client, provider).headers["Location"] == "/aanmelden/adres/"
    assert client.post("/aanmelden/adres/", {"email": address}).status_code == 302
    assert client.post("/aanmelden/code/", {"code": code_in(newest_mail(address).text)}).status_code == 302


def is_signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_who_comes_for_the_first_time_proves_an_address(client: Client, provider: Provider) -> None:
    provider.userinfo = {"given_name": "Noor", "family_name": "Peeters", "vo_orgcode": "OVO000069"}
    first_time(client, provider)
    assert is_signed_in(client)
    person = Person.objects.get()
    assert (person.name, person.email) == ("Noor Peeters", ADDRESS)
    assert org_code_of(person) == OrganisationCode("ovo", "OVO000069")


def test_what_the_provider_said_of_an_organisation_does_not_last(client: Client, provider: Provider) -> None:
    provider.userinfo = {"vo_orgcode": "OVO000069"}
    first_time(client, provider)
    SocialAccount.objects.update(last_login=clock.now() - timedelta(hours=13))
    assert org_code_of(Person.objects.get()) is None
    come_back(Client(), provider)
    assert org_code_of(Person.objects.get()) == OrganisationCode("ovo", "OVO000069")


def test_who_comes_back_is_signed_in_at_once(client: Client, provider: Provider) -> None:
    first_time(client, provider)
    again = Client()
    assert come_back(again, provider).headers["Location"] == "/mijn/"
    assert is_signed_in(again)
    assert Person.objects.count() == 1


def test_only_what_is_needed_is_kept(client: Client, provider: Provider) -> None:
    provider.userinfo = {
        "rrn": "85010112345",
        "vo_orgnaam": "x",
        "email": "e@example.org",
        "vo_doelgroepcode": "OV",
    }
    first_time(client, provider)
    assert SocialAccount.objects.get().extra_data == {"vo_doelgroepcode": "OV"}
    assert not any("85010112345" in details.text for details in Details.objects.all())


def test_the_national_number_is_never_asked(client: Client, provider: Provider) -> None:
    address = leave_for_provider(client, "/aanmelden/dienst/?scope=rrn&auth_params=prompt%3Dnone")
    assert "rrn" not in address
    assert "prompt" not in address
    assert "code_challenge_method=S256" in address


def test_an_address_the_provider_names_links_nothing(client: Client, provider: Provider, noor: Person) -> None:
    provider.userinfo = {"email": ADDRESS, "email_verified": True}
    assert come_back(client, provider).headers["Location"] == "/aanmelden/adres/"
    assert not is_signed_in(client)
    assert not SocialAccount.objects.exists()


def test_who_proves_the_address_of_an_account_links_it(client: Client, provider: Provider, noor: Person) -> None:
    first_time(client, provider)
    assert SocialAccount.objects.get().user == noor
    assert newest_mail().subject == "Je account is gekoppeld"


def test_an_identity_left_behind_links_with_nobody_else(client: Client, provider: Provider, noor: Person) -> None:
    come_back(client, provider)
    client.post("/aanmelden/", {"email": ADDRESS})
    client.post("/aanmelden/code/", {"code": code_in(newest_mail().text)})
    assert is_signed_in(client)
    assert not SocialAccount.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "ground", "sentence"),
    [
        ({"claims": {"iss": "https://elders.example.org"}}, "wrong_issuer", "kwam niet van ACM/IDM"),
        ({"says_issuer": "https://elders.example.org"}, "wrong_issuer", "kwam niet van ACM/IDM"),
        ({"claims": {"aud": "andere-website"}}, "wrong_audience", "voor een andere website"),
        ({"claims": {"aud": [CLIENT, "andere"], "azp": "andere"}}, "wrong_audience", "voor een andere website"),
        ({"claims": {"exp": int(time.time()) - 120}}, "expired", "kwam te laat"),
        ({"claims": {"iat": int(time.time()) + 1000}}, "not_yet_valid", "lopen te ver uit elkaar"),
        ({"claims": {"nbf": int(time.time()) + 1000}}, "not_yet_valid", "lopen te ver uit elkaar"),
        ({"claims": {"nonce": "verzonnen"}}, "wrong_nonce", "hoort niet bij jouw vraag"),
        ({"claims": {"nonce": None}}, "wrong_nonce", "hoort niet bij jouw vraag"),
        ({"claims": {"sub": None}}, "missing_claim", "vertelde niet genoeg"),
        ({"claims": {"exp": None}}, "missing_claim", "vertelde niet genoeg"),
        ({"signs_with_other_key": True}, "forged", "handtekening"),
        ({"unsigned": True}, "forged", "handtekening"),
        ({"userinfo": {"sub": "iemand-anders"}}, "other_person", "door elkaar"),
    ],
)
def test_a_wrong_answer_is_refused(
    client: Client, provider: Provider, wrong: dict[str, Any], ground: str, sentence: str
) -> None:
    query = ""
    if "says_issuer" not in wrong:
        query = provider.let_in(leave_for_provider(client))
    for name, value in wrong.items():
        setattr(provider, name, value)
    answer = client.get(BACK + query) if query else client.post("/aanmelden/dienst/")
    refused(client, answer, ground, sentence)


def refused(client: Client, answer: Any, ground: str, sentence: str) -> None:
    text = answer.content.decode()
    assert answer.status_code in {400, 503}
    assert sentence in text
    assert 'href="/aanmelden/"' in text
    assert not is_signed_in(client)
    assert not Person.objects.exists()
    assert not SocialAccount.objects.exists()
    entry = Entry.objects.latest("number")
    assert (entry.verb, entry.thing, entry.why, entry.person) == ("sign_in.refused", "sign_in:openid", ground, "")
    assert not Details.objects.filter(entry=entry).exists()


@pytest.mark.parametrize("skew", [{"exp": -50}, {"iat": 50, "nbf": 50}])
def test_a_minute_between_clocks_is_no_problem(client: Client, provider: Provider, skew: dict[str, int]) -> None:
    provider.claims = {name: int(time.time()) + seconds for name, seconds in skew.items()}
    assert come_back(client, provider).headers["Location"] == "/aanmelden/adres/"


def test_who_cancels_there_changes_nothing(client: Client, provider: Provider) -> None:
    query = provider.let_in(leave_for_provider(client)).split("&")[1]
    refused(client, client.get(f"{BACK}?error=access_denied&{query}"), "cancelled", "Je stopte bij ACM/IDM")


def test_an_answer_nobody_asked_for_is_refused(client: Client, provider: Provider) -> None:
    refused(client, client.get(f"{BACK}?code=x&state=verzonnen"), "wrong_state", "in een ander venster")


def test_an_answer_of_another_browser_is_refused(client: Client, provider: Provider) -> None:
    stolen = provider.let_in(leave_for_provider(Client()))
    refused(client, client.get(BACK + stolen), "wrong_state", "in een ander venster")


def test_an_answer_works_once(client: Client, provider: Provider) -> None:
    query = provider.let_in(leave_for_provider(client))
    client.get(BACK + query)
    refused(client, client.get(BACK + query), "wrong_state", "in een ander venster")


def test_a_code_the_provider_does_not_know_is_refused(client: Client, provider: Provider) -> None:
    query = provider.let_in(leave_for_provider(client))
    provider.codes.clear()
    refused(client, client.get(BACK + query), "code_refused", "herkende je aanmelding niet meer")


@pytest.mark.parametrize("when", ["before leaving", "on the way back"])
def test_a_provider_that_is_down_is_said_so(client: Client, provider: Provider, when: str) -> None:
    query = provider.let_in(leave_for_provider(client)) if when == "on the way back" else ""
    provider.status = 500
    answer = client.get(BACK + query) if query else client.post("/aanmelden/dienst/")
    assert answer.status_code == 503
    refused(client, answer, "provider_down", "antwoordt nu niet")


def test_a_provider_that_is_gone_is_said_so(client: Client, provider: Provider, settings: Any) -> None:
    settings.OPENID = {**settings.OPENID, "issuer": "http://127.0.0.1:9"}
    refused(client, client.post("/aanmelden/dienst/"), "provider_down", "antwoordt nu niet")


def test_without_a_provider_the_pages_are_not_there(client: Client) -> None:
    assert client.get("/aanmelden/dienst/").status_code == 404
    assert client.get(f"{BACK}?code=x").status_code == 404
    assert "/aanmelden/dienst/" not in client.get("/aanmelden/").content.decode()


def test_coming_back_too_often_is_held_up(client: Client, provider: Provider) -> None:
    answers = [client.get(f"{BACK}?state=x").status_code for _ in range(32)]
    assert answers[0] == 400
    assert answers[-1] == 429


def test_who_is_signed_in_links_the_provider_and_unlinks_it(
    signed_in: Client, provider: Provider, noor: Person
) -> None:
    there = leave_for_provider(signed_in, "/aanmelden/dienst/?process=connect")
    assert signed_in.get(BACK + provider.let_in(there)).headers["Location"] == "/mijn/beveiliging/"
    assert SocialAccount.objects.get().user == noor
    assert Entry.objects.latest("number").verb == "factor.added"
    assert signed_in.post("/mijn/beveiliging/dienst/").status_code == 302
    assert not SocialAccount.objects.exists()
    assert Entry.objects.latest("number").verb == "factor.removed"


def test_linking_asks_to_confirm_who_signed_in_long_ago(signed_in: Client, provider: Provider) -> None:
    session = signed_in.session
    session[SIGNED_IN_BY] = [{**record, "at": record["at"] - 1000} for record in session[SIGNED_IN_BY]]
    session.save()
    answer = signed_in.post("/aanmelden/dienst/?process=connect")
    assert answer.headers["Location"].startswith("/aanmelden/bevestig-nogmaals/?next=")


def test_an_identity_of_somebody_else_stays_theirs(client: Client, provider: Provider, noor: Person) -> None:
    first_time(client, provider)
    other = Client()
    other.post("/aanmelden/code/", {"code": ask_code(other, "ander@example.org")})
    there = leave_for_provider(other, "/aanmelden/dienst/?process=connect")
    other.get(BACK + provider.let_in(there))
    assert SocialAccount.objects.get().user == noor
    assert "hoort al bij een ander account" in other.get("/mijn/beveiliging/").content.decode()


@pytest.mark.parametrize(("acr", "is_strong"), [("urn:sterk", True), ("urn:zwak", False), (None, False)])
def test_only_means_that_are_named_count_as_a_second_factor(
    client: Client, provider: Provider, acr: str | None, is_strong: bool
) -> None:
    first_time(client, provider)
    provider.claims = {"acr": acr}
    again = Client()
    come_back(again, provider)
    page = again.get("/mijn/beveiliging/?next=/gegevens/").content.decode()
    assert ("Je tweede stap is bevestigd" in page) is is_strong


def test_an_account_that_is_switched_off_does_not_come_in_this_way(client: Client, provider: Provider) -> None:
    first_time(client, provider)
    Person.objects.update(is_active=False)
    again = Client()
    assert come_back(again, provider).headers["Location"] == "/aanmelden/niet-actief/"
    assert not is_signed_in(again)


def test_coming_back_is_the_one_page_of_signing_in_that_writes_when_it_is_opened() -> None:
    marked = {name for name, view in views_by_name(urls) if getattr(view, "writes_on_get", "")}
    assert marked == {"openid_connect_callback"}


def views_by_name(module: Any) -> list[tuple[str, Any]]:
    return [(each.name, each.callback) for each in module.urlpatterns]
