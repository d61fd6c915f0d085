"""Reading and sending are counted per visitor; nobody is made to wait for what another did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from wortel.shell.rates import RateUnreadable, read_rates
from wortel.site.limited import LIMITED_READING, LIMITED_SENDING, USUAL_RATES

FEW = {
    "search": "3/minute",
    "export": "2/minute",
    "api": "3/minute",
    "form": "4/10 minutes",
    "mail": "2/hour",
    "sign_in": "6/hour",
}
MINE, THEIRS = "192.0.2.7", "192.0.2.8"
REPLY = "/gemeenten/44021/reageer/"


@pytest.fixture(autouse=True)
def few(settings: Any, db: None) -> Iterator[None]:
    """Limits that are reached in a test."""
    settings.RATE_LIMITS = read_rates(FEW, {})
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    cache.clear()
    yield
    cache.clear()


def ask(client: Client, path: str, who: str = MINE, **more: Any) -> Any:
    return client.get(path, REMOTE_ADDR=who, **more)


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/gemeenten/zoek?q=gent", "search"), ("/actoren/export.json", "export"), ("/api/v1/sources", "api")],
)
def test_reading_too_often_is_answered_with_when_to_come_back(client: Client, path: str, kind: str) -> None:
    allowed = int(FEW[kind].split("/")[0])
    assert 429 not in {ask(client, path).status_code for _ in range(allowed)}
    answer = ask(client, path)
    assert answer.status_code == 429
    assert 1 <= int(answer.headers["Retry-After"]) <= 60
    if kind == "api":
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.json()["status"] == 429
    else:
        assert "Wacht 1 minuut" in answer.content.decode()
    assert ask(client, path, THEIRS).status_code != 429, "another visitor waits for what this one did"


def test_one_household_with_many_ipv6_addresses_is_one_visitor(client: Client) -> None:
    for last in range(3):
        assert ask(client, "/gemeenten/zoek", f"2001:db8:1:1::{last}").status_code == 200
    assert ask(client, "/gemeenten/zoek", "2001:db8:1:1:ffff::9").status_code == 429
    assert ask(client, "/gemeenten/zoek", "2001:db8:1:2::1").status_code == 200
    assert ask(client, "/gemeenten/zoek", "::ffff:192.0.2.9").status_code == 200


def test_what_a_visitor_says_of_its_own_address_is_not_believed(client: Client) -> None:
    for number in range(3):
        ask(client, "/gemeenten/zoek", HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    assert ask(client, "/gemeenten/zoek", HTTP_X_FORWARDED_FOR="198.51.100.99").status_code == 429


def test_pages_and_probes_are_never_counted(client: Client) -> None:
    for path in ("/gezond", "/over/", "/gemeenten/44021/"):
        assert {ask(client, path).status_code for _ in range(8)} == {200}


def test_sending_forms_is_counted_for_all_processes_together(client: Client) -> None:
    for _ in range(2):
        assert client.post(REPLY, {"message": ""}, REMOTE_ADDR=MINE).status_code == 422
    refused = Client().post(REPLY, {"message": ""}, REMOTE_ADDR=MINE)
    assert refused.status_code == 429
    assert int(refused.headers["Retry-After"]) > 600
    assert client.post(REPLY, {"message": ""}, REMOTE_ADDR=THEIRS).status_code == 422


def test_who_is_spoken_of_is_not_locked_out(client: Client) -> None:
    """Somebody sends form after form with my mail address in it; I can still send mine."""
    said = {"message": "", "author_name": "Iemand", "author_email": "ik@example.org"}
    for _ in range(6):
        client.post(REPLY, said, REMOTE_ADDR=MINE)
    assert client.post(REPLY, said, REMOTE_ADDR=THEIRS).status_code == 422


def test_a_school_that_signs_in_at_once_is_not_stopped_as_one_who_fills_forms(client: Client) -> None:
    answers = [
        Client().post("/aanmelden/", {"email": f"les{number}@example.org"}, REMOTE_ADDR=MINE) for number in range(7)
    ]
    assert [answer.status_code for answer in answers] == [302] * 6 + [429]
    assert client.post(REPLY, {"message": ""}, REMOTE_ADDR=MINE).status_code == 422


def test_one_address_asked_for_over_and_over_is_stopped_sooner(client: Client) -> None:
    answers = [client.post("/aanmelden/", {"email": "an@example.org"}, REMOTE_ADDR=MINE) for _ in range(6)]
    assert [answer.status_code for answer in answers][:5] == [302] * 5
    assert answers[5].status_code != 302


def test_no_address_of_a_visitor_is_kept_in_the_cache(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(type(cache._connections["default"]), "set", lambda self, key, *_a, **_n: kept.append(key))
    client.post(REPLY, {}, REMOTE_ADDR=MINE)
    assert kept
    assert not [key for key in kept if MINE in key]


def test_every_limited_address_exists_and_every_kind_has_a_rate() -> None:
    from django.urls import get_resolver

    spaces: set[str] = set()

    def names(resolver: Any, space: str = "") -> Iterator[str]:
        for pattern in resolver.url_patterns:
            if hasattr(pattern, "url_patterns"):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                spaces.add(inner.rstrip(":"))
                yield from names(pattern, inner)
            else:
                yield f"{space}{pattern.name}"

    known = set(names(get_resolver())) | spaces
    assert sorted({*LIMITED_READING, *LIMITED_SENDING} - known) == []
    assert {*LIMITED_READING.values(), *LIMITED_SENDING.values(), "form"} == set(USUAL_RATES)


@pytest.mark.parametrize("text", ["veel", "0/minute", "-1/minute", "10", "10/eeuw"])
def test_a_limit_that_is_none_is_refused_at_the_start(text: str) -> None:
    with pytest.raises(RateUnreadable, match="WORTEL_LIMIT_API"):
        read_rates(USUAL_RATES, {"WORTEL_LIMIT_API": text})


def test_limits_can_be_set_and_switched_off() -> None:
    assert read_rates(USUAL_RATES, {"WORTEL_LIMIT_API": "5/hour"})["api"].count == 5
    assert "api" not in read_rates(USUAL_RATES, {"WORTEL_LIMIT_API": "uit"})
    assert read_rates(USUAL_RATES, {"WORTEL_LIMITS": "uit"}) == {}
