"""`wortel doctor` says what a helper needs; whoever is in the database, in the settings or in an error is not in it."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.db import DatabaseError, OperationalError, connection, models, transaction
from pytest_django.fixtures import Settings

from wortel.shell.logbook import JsonLines, Numbered
from wortel.site.cli.doctor import command
from wortel.site.doctor import examine

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAME, MAIL = "Zaaigoed Naamloos", "zaaigoed@example.org"
MUST_BE_SOWN = {
    "people_person", "people_invitation", "post_message", "replies_reply", "organisations_claim", "trail_details",
    "account_emailaddress", "actors_actor",
}  # fmt: skip


def value_for(field: Any, made: dict[type[models.Model], models.Model]) -> Any:
    """Something this field takes, and where it can, a name or a mail address."""
    if isinstance(field, models.ForeignKey):
        return made.get(field.related_model) or (None if field.null else sow(field.related_model, made))
    if field.choices:
        return field.choices[0][0]
    kind = field.get_internal_type()
    plain: dict[str, Any] = {
        "BooleanField": False, "DateField": date(2026, 1, 1), "DateTimeField": AT, "JSONField": {"name": NAME},
        "CharField": (MAIL if "mail" in field.name else NAME)[: field.max_length], "TextField": f"{NAME} {MAIL}",
        "EmailField": MAIL,
    }  # fmt: skip
    return plain.get(kind, 1)


def sow(model: type[models.Model], made: dict[type[models.Model], models.Model]) -> models.Model:
    values = {
        field.attname if isinstance(field, models.ForeignKey) else field.name: getattr(value, "pk", value)
        if isinstance(field, models.ForeignKey)
        else value
        for field in model._meta.concrete_fields
        if not isinstance(field, models.BigAutoField | models.AutoField)
        for value in [value_for(field, made)]
    }
    row = model(**values)
    row.save(force_insert=True)
    made[model] = row
    return row


@pytest.fixture
def sown(db: None) -> set[str]:
    """Tables with a row that names somebody."""
    made: dict[type[models.Model], models.Model] = {}
    for model in apps.get_models():
        if model not in made:
            try:
                with transaction.atomic():
                    sow(model, made)
            except (DatabaseError, TypeError, ValueError):
                continue
    return {model._meta.db_table for model in made}


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
