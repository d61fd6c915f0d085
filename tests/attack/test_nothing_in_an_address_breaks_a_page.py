"""Nasty values in every part of every address of a page: an answer or a helpful refusal, never a failure of ours."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

import pytest
from django.test import Client

from wortel.actors.pages.words import PARAMETER_OF

NASTY = [
    "%00", "a%00b", "%ED%A0%80", "%FF%FE", "%C0%AF", "%", "%zz", "%F0%9F%8C%B1", "%E2%80%AE", "%0d%0aSet-Cookie:x=1",
    "", "+", "%20%20", "null", "NaN", "-Infinity", "0", "-1", "1e309", "1.5", "2147483648", "9223372036854775808",
    "99999", "1_000", "%D9%A1%D9%A2", "9999-12-31", "0000-00-00", "2025-02-30", "99999-01-01", "1800-01-01",
    "2018-12-30", "'%20OR%201=1--", "%22)%20OR%20*:*%20NEAR(", "%3Cscript%3Ealert(1)%3C/script%3E",
    "..%2f..%2fetc%2fpasswd", "a" * 201, "%F0%9F%98%80" * 300, "9" * 5000, "1" + "0" * 30, "%25s%25n",
]  # fmt: skip
DIRECTORY = [
    *sorted(set(PARAMETER_OF.values())),
    "q", "bij", "straal", "gemeente", "orde", "weergave", "indeling", "pagina", "vak", "o", "vreemd",
]  # fmt: skip
EXCHANGE = [
    "kant", "soort", "thema", "leeftijd", "regio", "q", "bij", "straal", "gemeente", "orde", "pagina", "vorm",
]  # fmt: skip
ALLIANCES = ["regio", "gemeenten", "van", "tot", "inwoners_van", "inwoners_tot", "nadruk", "over", "vorm"]
COVERAGE = ["jaar", "grenzen", "dag", "tegenover", "indeling", "vorm", "tabel"]
ASKED = {
    "/gemeenten/": ["provincie", "referentieregio", "orde", "vorm"],
    "/gemeenten/zoek": ["q"],
    "/gemeenten/zoek/lijst": ["q"],
    "/gemeenten/44021/": ["jaar", "grenzen"],
    "/gemeenten/44021/reageer/": ["soort"],
    "/regios/": ["jaar"],
    "/provincies/70000/": ["jaar"],
    "/actoren/": [*DIRECTORY, "vorm"],
    "/actoren/export.json": DIRECTORY[:6],
    "/actoren/kaart.json": DIRECTORY,
    "/dekking/": COVERAGE,
    "/dekking/bewijs/": [*COVERAGE[:3], "gemeente", "status", "orde", "pagina", "vorm"],
    "/vraag-en-aanbod/": EXCHANGE,
    "/netwerk/": ["gemeente", "regio", "provincie", "tabel", "wijzig", "pagina", "vorm"],
    "/allianties/voorstellen/": ALLIANCES,
    "/regios/REFREG13/balie/": ["jaar", "kant", "soort"],
    "/regios/REFREG13/balie/cijfers/": ["jaar", "vorm"],
    "/cijfers/vraag-en-aanbod/": ["jaar", "vorm"],
    "/woorden/": ["q"],
    "/woorden/aanspreken/": ["terug"],
}
PATHS = [
    "/{}", "/{}/", "/en/{}/", "/gemeenten/{}/", "/gemeenten/{}/reageer/", "/regios/{}/", "/provincies/{}/",
    "/actoren/{}/", "/actoren/{}/reageer/claim/", "/actoren/export.{}", "/dekking/bewijs/{}/",
    "/dekking/bewijs/{}/betwist/", "/vraag-en-aanbod/{}/", "/regios/{}/balie/", "/allianties/begin/{}/",
    "/allianties/nieuw/{}/", "/woorden/{}/", "/woorden/{}/reageer/", "/introducties/{}/",
    "/reacties/bevestig/{}/", "/static/{}", "/api/{}", "/api/v1/{}",
]  # fmt: skip


def ask(client: Client, path: str, query: str = "") -> tuple[int, bytes]:
    """Status and body; the path is decoded as a server decodes it, broken encoding and all."""
    client.raise_request_exception = False
    raw = unquote_to_bytes(path).decode("latin-1")
    answer = client.get("/", PATH_INFO=raw, QUERY_STRING=query)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return answer.status_code, body


@pytest.mark.django_db
@pytest.mark.parametrize("path", ASKED)
def test_no_value_breaks_a_page(client: Client, path: str) -> None:
    broken = []
    for place, name in enumerate(ASKED[path]):
        for nasty in NASTY[place % 6 :: 6]:  # each name meets a sixth of them, each value a sixth of the names
            status, body = ask(client, path, f"{name}={nasty}")
            if status not in {200, 302, 400, 404, 422} or b"<script>alert" in body:
                broken.append((name, nasty[:40], status))
    assert broken == []


@pytest.mark.django_db
@pytest.mark.parametrize("path", PATHS)
def test_no_path_breaks_a_page(client: Client, path: str) -> None:
    answers = {nasty[:40]: ask(client, path.replace("{}", nasty)) for nasty in NASTY}
    assert {nasty: status for nasty, (status, _) in answers.items() if status not in {200, 301, 302, 400, 404}} == {}
    assert not [nasty for nasty, (_, body) in answers.items() if b"<script>alert" in body]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "query",
    [
        "q=" + "a" * 65_536,
        "jaar=2022&jaar=2021&jaar=x",
        "&&&=&=x&jaar&;",
        "&".join(f"jaar={number}" for number in range(3_000)),
        "pagina=1" + "0" * 30,
    ],
    ids=["64 kB", "repeated", "empty", "three thousand", "a page of thirty digits"],
)
def test_no_query_breaks_a_page(client: Client, query: str) -> None:
    for path in ASKED:
        assert ask(client, path, query)[0] in {200, 302, 400, 404, 422}, path


@pytest.mark.django_db
def test_a_long_path_is_not_found(client: Client) -> None:
    assert ask(client, "/" + "a/" * 8_000)[0] == 404
    assert ask(client, "/gemeenten/" + "a" * 30_000 + "/")[0] == 404


@pytest.mark.django_db
def test_two_slashes_lead_nowhere_else(client: Client) -> None:
    answer = client.get("//kwaad.example/gemeenten")
    assert not answer.headers.get("Location", "").startswith("//")
