"""Any website may read, nobody can write, and what did not change is not sent twice."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from wortel.coverage.public import EvidenceDraft, keep_evidence
from wortel.trail.public import By

BY = By.command("tests")

AREAS = "/api/v1/areas?scheme=provincie&on=2025-01-01"


def test_any_website_may_read(client: Client) -> None:
    for path in (AREAS, "/api/v1/nothing", "/api/v1/openapi.json"):
        assert client.get(path).headers["Access-Control-Allow-Origin"] == "*"
    asked_first = client.options(AREAS, headers={"origin": "https://example.org"})
    assert (asked_first.status_code, asked_first.content) == (204, b"")
    assert asked_first.headers["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


@pytest.mark.django_db
def test_only_the_api_is_open_to_other_websites(client: Client) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/static/nothing").headers


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nobody_can_write(client: Client, method: str) -> None:
    answer = client.generic(method, AREAS, b"{", content_type="application/json")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_no_cookie_is_ever_set(client: Client) -> None:
    assert client.get(AREAS).cookies == {}
    assert client.get("/api/v1/nothing").cookies == {}


def test_what_did_not_change_is_not_sent_twice(client: Client) -> None:
    first = client.get(AREAS)
    again = client.get(AREAS, headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert client.get(AREAS, headers={"if-none-match": '"other"'}).status_code == 200
    squeezed = client.get(AREAS, headers={"accept-encoding": "gzip"})
    assert client.get(AREAS, headers={"if-none-match": squeezed.headers["ETag"]}).status_code == 304


def test_head_answers_as_get_without_the_body(client: Client) -> None:
    whole, head = client.get(AREAS), client.head(AREAS)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Length"] == str(len(whole.content))
    assert head.headers["ETag"] == whole.headers["ETag"]


def test_a_problem_is_told_as_problem_details(client: Client) -> None:
    answer = client.get("/api/v1/evidence?page=0&status=maybe")
    assert (answer.status_code, answer.headers["Content-Type"]) == (422, "application/problem+json")
    told = answer.json()
    assert {wrong["name"] for wrong in told["errors"]} == {"page", "status"}
    assert (told["status"], told["title"]) == (422, "Deze vraag klopt niet")
    assert client.get("/api/v1/nothing").json()["status"] == 404


def test_a_fault_of_ours_is_told_as_problem_details_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_given: Any) -> None:
        raise RuntimeError("sown")

    monkeypatch.setattr("wortel.coverage.api.published_figures", fails)
    client.raise_request_exception = False
    answer = client.get("/api/v1/published-figures")
    assert (answer.status_code, answer.headers["Content-Type"]) == (500, "application/problem+json")
    assert "sown" not in answer.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/evidence?size=500", "/coverage?year=2022", "/municipalities/44021/coverage"])
def test_the_number_of_queries_does_not_grow(client: Client, path: str) -> None:
    def asked_with(rows: int) -> int:
        draft = [
            EvidenceDraft(f"demo-{rows}-{n}", "activity", "recognised", 2022, "44021", "Robots", "Club")
            for n in range(rows)
        ]
        keep_evidence(BY, draft, datetime(2024, 1, 1, tzinfo=UTC))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/api/v1{path}").status_code == 200
        return len(queries)

    assert asked_with(2) == asked_with(200) <= 6
