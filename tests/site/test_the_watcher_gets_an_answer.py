"""/gezond, /klaar and /metrics answer whoever watches, and tell a stranger nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings

from wortel.post.models import Message
from wortel.shell.clock import now
from wortel.site import health
from wortel.site.cli.check_surroundings import check_config

ALL_WELL = {"ok": True, "database": True, "migrations": True, "disk": True, "warnings": []}


def test_liveness_asks_nothing_of_the_database(client: Client) -> None:
    answer = client.get("/gezond")  # no django_db mark: a query would fail this test
    assert (answer.status_code, answer.json()) == (200, {"ok": True})


@pytest.mark.django_db
def test_readiness_looks_at_every_part(client: Client) -> None:
    answer = client.get("/klaar")
    assert (answer.status_code, answer.json()) == (200, ALL_WELL)


@pytest.mark.django_db
def test_readiness_stays_cheap(client: Client, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    client.get("/klaar")
    with django_assert_max_num_queries(2):
        client.get("/klaar")


@pytest.mark.parametrize("address", ["/gezond", "/klaar", "/metrics"])
@pytest.mark.django_db
def test_a_watcher_gets_no_cookie_and_may_ask_by_any_name(address: str, client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get(address, headers={"host": "10.2.3.4:8000"})
    assert answer.status_code in {200, 404}
    assert not answer.cookies
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_silent_database_is_503_without_details(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> None:
        raise OperationalError("connection to server at 10.0.0.7 failed: password authentication failed")

    monkeypatch.setattr(connection, "cursor", silent)
    answer = client.get("/klaar")
    assert answer.status_code == 503
    assert answer.json() == ALL_WELL | {"ok": False, "database": False, "migrations": False}


@pytest.mark.django_db
def test_a_migration_not_yet_run_is_503(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "_SEEN_CURRENT", set())
    monkeypatch.setattr(health.installation, "missing_migrations", lambda: ["post.0009_new"])
    assert client.get("/klaar").json() == ALL_WELL | {"ok": False, "migrations": False}


@pytest.mark.django_db
def test_a_full_disk_is_503(client: Client, settings: Settings) -> None:
    settings.FREE_MB_NEEDED = 10**12
    assert client.get("/klaar").json() == ALL_WELL | {"ok": False, "disk": False}


@pytest.mark.django_db
def test_mail_that_does_not_move_is_a_warning_only(client: Client) -> None:
    made = now() - timedelta(hours=1)
    Message.objects.create(key="proef:1", kind="notice", recipient="jan@example.org", created_at=made, ready_at=made)
    answer = client.get("/klaar")
    assert (answer.status_code, answer.json()) == (200, ALL_WELL | {"warnings": ["mail"]})


@pytest.mark.django_db
def test_figures_are_off_unless_switched_on(client: Client, settings: Settings) -> None:
    settings.METRICS = False
    assert client.get("/metrics").status_code == 404


@pytest.mark.django_db
def test_figures_ask_for_the_token(client: Client, settings: Settings) -> None:
    settings.METRICS, settings.METRICS_TOKEN = True, "sleutel-é"
    assert client.get("/metrics").status_code == 401
    assert client.get("/metrics", headers={"authorization": "Bearer fout"}).status_code == 401
    assert client.get("/metrics", HTTP_AUTHORIZATION="Bearer sleutel-é").status_code == 200


@pytest.mark.django_db
def test_figures_name_pages_and_never_paths(client: Client, settings: Settings) -> None:
    settings.METRICS, settings.METRICS_TOKEN = True, ""
    client.get("/gemeenten/44021/")
    client.get("/een-typfout-die-niemand-kent/")
    client.generic("RAAR", "/gemeenten/44021/")
    said = client.get("/metrics").content.decode()
    assert 'wortel_requests_total{method="GET",route="atlas:municipality",status="200"}' in said
    assert 'method="other"' in said
    for label in ("44021", "typfout", "RAAR"):
        assert label not in said
    for figure in ("wortel_request_seconds_bucket", 'wortel_mail{state="parked"}', "wortel_trail_entries", "process_"):
        assert figure in said


def test_figures_that_everyone_may_read_are_told_to_who_checks(settings: Settings) -> None:
    settings.ALLOWED_HOSTS, settings.METRICS, settings.METRICS_TOKEN = ["wortel.example.org"], True, ""
    assert any("WORTEL_METRICS_TOKEN" in finding.sentence for finding in check_config())
    settings.METRICS_TOKEN = "geheim"
    assert not any("WORTEL_METRICS_TOKEN" in finding.sentence for finding in check_config())
