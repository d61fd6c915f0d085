"""A variable that cannot be read stops everything, in one sentence that names it; secrets are never repeated."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from wortel.site import config
from wortel.site.variables import VARIABLES, Kind

WRONG = {
    "WORTEL_MAIL": ("nonsens", "Kies file, console of smtp."),
    "WORTEL_HTTPS": ("ja", "Schrijf 1 (aan) of 0 (uit)."),
    "WORTEL_SMTP_PORT": ("70000", "Schrijf een getal van 1 tot 65535, zoals 25."),
    "WORTEL_POOL": ("٣", "Schrijf een getal van 2 tot 100, zoals 8."),
    "WORTEL_HOSTS": ("een naam", "Schrijf woorden met een komma ertussen."),
    "WORTEL_MAIL_FROM": ("a@example.org\nBcc: b@example.org", "Schrijf één regel gewone tekst."),
}


@pytest.mark.parametrize("name", WRONG)
def test_the_sentence_names_the_variable_what_was_found_and_what_to_write(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given, way_out = WRONG[name]
    monkeypatch.setenv(name, given)
    with pytest.raises(ImproperlyConfigured) as refused:
        config.READERS[VARIABLES[name].kind](name)
    said = str(refused.value)
    assert said.startswith(f"{name} is ‘{given.replace(chr(10), '?')}’")
    assert said.endswith(way_out)
    assert "\n" not in said


def test_origins_need_a_scheme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORTEL_ORIGINS", "https://*.example.org,wortel.example.org")
    with pytest.raises(ImproperlyConfigured, match=r"‘wortel\.example\.org’"):
        config.origins("WORTEL_ORIGINS")


@pytest.mark.parametrize("name", VARIABLES)
def test_every_default_can_be_read(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv(name + config.FROM_FILE, raising=False)
    config.READERS[VARIABLES[name].kind](name)


def test_a_secret_may_stand_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kept = tmp_path / "sleutel"
    kept.write_text("zeer geheim\n", encoding="utf-8")
    monkeypatch.delenv("WORTEL_SMTP_PASSWORD", raising=False)
    monkeypatch.setenv("WORTEL_SMTP_PASSWORD_FILE", str(kept))
    assert config.secret("WORTEL_SMTP_PASSWORD") == "zeer geheim"


@pytest.mark.parametrize("damage", ["missing", "empty", "binary"])
def test_a_secret_file_that_cannot_be_read_is_refused(
    damage: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "sleutel"
    if damage != "missing":
        kept.write_bytes(b"" if damage == "empty" else b"\xff\xfe")
    monkeypatch.setenv("WORTEL_SMTP_PASSWORD_FILE", str(kept))
    with pytest.raises(ImproperlyConfigured, match="WORTEL_SMTP_PASSWORD_FILE wijst naar"):
        config.secret("WORTEL_SMTP_PASSWORD")


def test_a_secret_given_twice_is_refused_without_repeating_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORTEL_SMTP_PASSWORD", "hunter2")
    monkeypatch.setenv("WORTEL_SMTP_PASSWORD_FILE", "/ergens")
    with pytest.raises(ImproperlyConfigured) as refused:
        config.secret("WORTEL_SMTP_PASSWORD")
    assert "hunter2" not in str(refused.value)


def test_what_is_shown_holds_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    for row in VARIABLES.values():
        if row.kind is Kind.SECRET:
            monkeypatch.setenv(row.name, "hunter2")
    monkeypatch.setenv("DATABASE_URL", "postgres://wortel:hunter2@machine:5432/wortel?sslpassword=hunter2")
    shown = [f"{one.name} {one.value}" for one in config.effective()]
    assert "hunter2" not in " ".join(shown)
    assert "DATABASE_URL postgres://wortel:…@machine:5432/wortel" in shown


def test_a_misspelt_variable_is_told_with_the_nearest_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORTEL_HOST", "wortel.example.org")
    assert "WORTEL_HOST kent wortel niet en doet niets. Bedoel je WORTEL_HOSTS?" in list(config.unknown())
