"""Who read an older version is told so, with all that was typed kept; two clicks at once count once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from fair import AT, BY, NEED, SCHOOL, actor, at_once, opened

from wortel.exchange.actions.change_listing import change_listing


def typed(client: Client, url: str, **other: Any) -> dict[str, Any]:
    form = client.get(url).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() not in (None, "", False, [])}
    return {**data, **other}


@pytest.mark.usefixtures("actors")
def test_the_second_to_save_sees_what_differs_and_may_save_again(as_: Callable[..., Client]) -> None:
    row, noor = opened(), as_("noor", administrator=SCHOOL)
    url = f"/vraag-en-aanbod/{row.ref}/wijzig/"
    mine = typed(noor, url, tekst="Mijn woorden")
    change_listing(BY, actor(SCHOOL), row.ref, 1, replace(NEED, title="Andermans titel"), AT)
    answer = noor.post(url, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mijn woorden" in page
    assert "Iemand anders wijzigde dit net: Titel" in page
    row.refresh_from_db()
    assert (row.title, row.text) == ("Andermans titel", "")
    assert noor.post(url, {**mine, "versie": answer.context["form"]["versie"].value()}).status_code == 302
    row.refresh_from_db()
    assert (row.title, row.text, row.version) == (NEED.title, "Mijn woorden", 3)


@pytest.mark.usefixtures("actors")
def test_a_button_on_an_older_page_does_nothing_and_says_so(as_: Callable[..., Client]) -> None:
    row, noor = opened(), as_("noor", administrator=SCHOOL)
    change_listing(BY, actor(SCHOOL), row.ref, 1, replace(NEED, title="Andermans titel"), AT)
    answer = noor.post(f"/vraag-en-aanbod/{row.ref}/", {"stap": "sluit", "versie": 1})
    assert answer.status_code == 409
    assert "Andermans titel" in answer.content.decode()
    row.refresh_from_db()
    assert row.state == "open"


AT_ONCE = """
from wortel.site.cli.main import open_django; open_django()
from wortel.site import installation; installation.make_tables()
from wortel.territory.public import load_reference
from fair import AT, BY, at_once
load_reference(BY, AT)
print(at_once(6))
"""


@pytest.mark.django_db(transaction=True)
def test_of_six_at_the_same_moment_one_wins(tmp_path: Path) -> None:
    """SQLite in memory locks whole tables, as no installation does: there the writers get a file of their own."""
    if connection.vendor == "sqlite":
        names = {**os.environ, "WORTEL_DATA": str(tmp_path), "PYTHONPATH": str(Path(__file__).parent)}
        names.pop("DJANGO_SETTINGS_MODULE", None)
        made = subprocess.run([sys.executable, "-c", AT_ONCE], env=names, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
        found = made.stdout.strip()
    else:
        found = str(at_once(6))
    assert found == str((["changed"] * 5 + ["paused"], 1))
