"""`wortel setup` does what is missing and nothing else; `wortel check` sees what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from wortel.site import installation
from wortel.site.cli.check import look
from wortel.site.cli.setup import prepare

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _empty_static_folder(settings: Settings, tmp_path: Path) -> None:
    settings.STATIC_ROOT = tmp_path / "static"


def test_setting_up_twice_changes_nothing() -> None:
    prepare(say=lambda _: None)
    said: list[str] = []
    done = prepare(say=said.append)
    assert (done["migrations"], done["municipalities_changed"], done["static_files_gathered"]) == ([], 0, False)
    assert [line for line in said[:-1] if "in orde" not in line] == []


@pytest.fixture(autouse=True)
def _for_this_machine_only(settings: Settings) -> None:
    """Django lets its test client in under a public name; an installation on its own machine has none."""
    settings.ALLOWED_HOSTS = ["127.0.0.1"]


def test_check_finds_everything_in_order_after_set_up() -> None:
    prepare(say=lambda _: None)
    assert [finding for finding in look() if not finding.ok] == []


def test_check_sees_that_the_static_files_are_missing() -> None:
    assert [finding.name for finding in look() if not finding.ok] == ["static_files"]


def test_check_sees_a_municipality_too_many(db: None) -> None:
    from wortel.territory.models import Municipality

    prepare(say=lambda _: None)
    Municipality.objects.create(nis="99999", name="Nergenshuizen", valid_from="2000-01-01")
    assert [finding.name for finding in look() if not finding.ok] == ["municipalities"]


def test_an_edited_static_file_is_gathered_again(settings: Settings, tmp_path: Path) -> None:
    extra = tmp_path / "extra"
    extra.mkdir()
    (extra / "a.css").write_text("a{}", encoding="utf-8")
    settings.STATICFILES_DIRS = [extra]
    installation.gather_static_files()
    assert installation.static_files_are_current()
    (extra / "a.css").write_text("a{color:red}", encoding="utf-8")
    assert not installation.static_files_are_current()
