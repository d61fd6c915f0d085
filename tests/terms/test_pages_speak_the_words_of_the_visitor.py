"""Whoever chose an audience reads its words everywhere, and nobody else does."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.template import Context, Template
from django.test import Client, RequestFactory

from wortel.terms.public import Lens, terms
from wortel.terms.spoken_to import COOKIE, kept_apart

CHOOSE = "/woorden/aanspreken/"


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=False)


def said(tag: str, lens: str = "") -> str:
    request = RequestFactory().get("/")
    request.COOKIES = {COOKIE: lens} if lens else {}
    return Template(tag).render(Context({"request": request}))


@pytest.mark.parametrize(
    ("tag", "lens", "text"),
    [
        ('{% term "alliance" link=0 %}', "", "STEM-alliantie"),
        ('{% term "alliance" link=0 %}', "school", "leerecosysteem"),
        ('{% term "alliance" link=0 %}', "koning", "STEM-alliantie"),
        ('{% term "alliance" link=0 many=1 capital=1 %}', "school", "Leerecosystemen"),
        ('{% term "alliance" link=0 article=1 %}', "company", "het regionale partnerschap"),
        ('{% term "alliance" link=0 article=1 capital=1 %}', "leisure", "Het lokale netwerk"),
    ],
)
def test_a_page_says_the_word_of_the_audience(tag: str, lens: str, text: str) -> None:
    assert said(tag, lens) == text


def test_a_word_leads_to_what_it_means() -> None:
    link = said('{% term "alliance" %}', "school")
    assert '<a class="term" href="/woorden/stem-alliantie/" title="Een vaste groep' in link
    assert link.endswith(">leerecosysteem</a>")


def test_a_mail_without_a_visitor_speaks_plainly() -> None:
    assert Template('{% term "alliance" link=0 %}').render(Context({})) == "STEM-alliantie"


@pytest.mark.django_db
def test_a_choice_is_kept_and_leads_back(client: Client) -> None:
    answer = client.post(CHOOSE, {"aanspreking": "school", "terug": "/over/"})
    assert answer["Location"] == "/over/"
    cookie = answer.cookies[COOKIE]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("school", True, "Lax")
    assert ">Leerecosysteem</a>" in client.get("/over/").content.decode()


@pytest.mark.django_db
def test_plain_words_leave_no_cookie(client: Client) -> None:
    client.post(CHOOSE, {"aanspreking": "school"})
    client.post(CHOOSE, {"aanspreking": "plain"})
    assert client.cookies[COOKIE].value == ""


@pytest.mark.django_db
@pytest.mark.parametrize(
    "back", ["https://elders.example/", "//elders.example/", "/\\elders.example", "javascript:1", "", "/a\nb"]
)
def test_nobody_is_sent_to_another_site(client: Client, back: str) -> None:
    assert client.post(CHOOSE, {"aanspreking": "school", "terug": back})["Location"] == "/woorden/"


@pytest.mark.django_db
def test_an_audience_we_do_not_know_is_refused(client: Client) -> None:
    assert client.post(CHOOSE, {"aanspreking": "koning"}).status_code == 422


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/over/", "/woorden/", "/woorden/dko/", "/actoren/"])
def test_no_cache_gives_the_words_of_one_visitor_to_another(client: Client, path: str) -> None:
    assert "Cookie" in client.get(path)["Vary"]
    client.cookies[COOKIE] = "school"
    answer = client.get(path)
    assert "Cookie" in answer["Vary"]
    assert "private" in answer["Cache-Control"]


def test_a_page_is_kept_apart_without_the_help_of_a_session() -> None:
    request = RequestFactory().get("/")
    page, data = kept_apart(lambda _: HttpResponse("x")), kept_apart(lambda _: HttpResponse("x", "application/json"))
    assert page(request)["Vary"] == "Cookie"
    assert not data(request).has_header("Vary")


@pytest.mark.django_db
def test_reading_sets_no_lens(client: Client) -> None:
    assert COOKIE not in client.get("/woorden/").cookies
    assert COOKIE not in client.get(f"{CHOOSE}?aanspreking=school").cookies


@pytest.mark.django_db
def test_every_word_has_its_page_in_both_languages(client: Client) -> None:
    for concept in terms().concepts.values():
        for language, before in (("nl", ""), ("en", "/en")):
            page = client.get(f"{before}/woorden/{concept.slug}/")
            assert page.status_code == 200, concept.slug
            assert f"<h1>{concept.word(Lens.PLAIN, language).one}</h1>" in page.content.decode()


@pytest.mark.django_db
def test_a_word_that_is_not_there_helps_on(client: Client) -> None:
    answer = client.get("/woorden/onzin/")
    assert answer.status_code == 404
    assert 'href="/woorden/"' in answer.content.decode()


@pytest.mark.django_db
def test_words_are_found_by_any_of_their_names(client: Client) -> None:
    found = client.get("/woorden/?q=LEERECOSYSTEEM").content.decode()
    assert 'href="/woorden/stem-alliantie/"' in found
    assert 'href="/woorden/dko/"' not in found
    assert "Dit woord staat er niet bij" in client.get("/woorden/?q=qqqqqq").content.decode()


@pytest.mark.django_db
def test_words_cost_no_question_to_the_database(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    with django_assert_max_num_queries(2):
        client.get("/woorden/")


@pytest.mark.django_db
def test_programs_read_the_same_words(client: Client) -> None:
    rows = {row["key"]: row for row in client.get("/api/v1/terms").json()}
    assert set(rows) == set(terms().concepts)
    assert rows["alliance"]["nl"]["words"]["school"]["one"] == "leerecosysteem"
    assert rows["alliance"]["nl"]["words"]["leisure"]["is_own_choice"]
