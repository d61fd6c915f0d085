"""`wortel doctor` says what a helper needs; whoever is in the database, in the settings or in an error is not in it."""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.db import OperationalError, connection
from pytest_django.fixtures import Settings
from sowing import AT, MAIL, NAME, sow_everything

from wortel.shell.logbook import JsonLines, Numbered
from wortel.site.cli.doctor import command
from wortel.site.doctor import examine

MUST_BE_SOWN = {
    "people_person", "people_invitation", "post_message", "replies_reply", "organisations_claim", "trail_details",
    "account_emailaddress", "actors_actor",
}  # fmt: skip


@pytest.fixture
def sown(db: None) -> set[str]:
    """Tables with a row that names somebody."""
    return sow_everything()


@pytest.fixture
def failed(tmp_path: Path, settings: Settings) -> Path:
    """A log with an error that names somebody."""
    settings.ERROR_LOG = tmp_path / "errors.log"
    handler = logging.FileHandler(settings.ERROR_LOG)
    handler.setFormatter(JsonLines())
    handler.addFilter(Numbered())
    log = logging.getLogger("proef")
    log.addHandler(handler)
    try:
        raise_with_a_name()
    except ValueError:
        log.exception("Mislukt voor %s", NAME, exc_info=sys.exc_info())
    log.removeHandler(handler)
    handler.close()
    return Path(settings.ERROR_LOG)


def raise_with_a_name() -> None:
    raise ValueError(f"{NAME}\n{NAME}: bestaat al, {MAIL}")


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_nobody_is_named(form: list[str], sown: set[str], failed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sown >= MUST_BE_SOWN, MUST_BE_SOWN - sown
    monkeypatch.setenv("WORTEL_MAIL_FROM", f"{NAME} <{MAIL}>")
    monkeypatch.setenv("WORTEL_SMTP_USER", MAIL)
    monkeypatch.setenv("WORTEL_SMTP_PASSWORD", "hunter2")
    monkeypatch.setenv("DATABASE_URL", "postgres://zaaigoed:hunter2@machine/naamloos")
    said = CliRunner().invoke(command, form, catch_exceptions=False).output.lower()
    for secret in ("zaaigoed", "naamloos", "example.org", "hunter2"):
        assert secret not in said
    assert "raise_with_a_name" in said
    assert "valueerror" in said


@pytest.mark.django_db
def test_it_says_what_a_helper_needs() -> None:
    report = json.loads(CliRunner().invoke(command, ["--json"]).output)
    assert {"wortel", "python", "django"} <= set(report["versions"])
    assert report["database"]["engine"] == connection.vendor
    assert report["rows"]["people_person"] == 0
    assert report["settings"]["WORTEL_MAIL"] == "file"
    assert {"config", "database"} <= {finding["name"] for finding in report["check"]}


@pytest.mark.django_db
def test_it_also_works_when_the_database_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent() -> None:
        raise OperationalError(f"{NAME} antwoordt niet")

    monkeypatch.setattr(connection, "cursor", silent)
    assert examine(AT, [])["trail"] == "antwoordt niet (OperationalError)"


@pytest.mark.django_db
def test_it_is_written_whole(tmp_path: Path) -> None:
    CliRunner().invoke(command, ["--out", str(tmp_path / "verslag.txt")], catch_exceptions=False)
    assert [file.name for file in tmp_path.iterdir()] == ["verslag.txt"]
