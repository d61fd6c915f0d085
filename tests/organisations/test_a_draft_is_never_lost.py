"""Two people write one profile: the later one sees both versions and merges; nothing is overwritten unseen."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from schools import AT, BY, SCHOOL, tell, write_at_once

from wortel.organisations.actions.save_draft import save_draft
from wortel.organisations.domain.fields import FIELD_OF
from wortel.organisations.domain.merging import Version, differences, merged
from wortel.organisations.models import OwnProfile
from wortel.trail.models import Entry

EDIT = f"/organisaties/{SCHOOL}/bewerken/"


def form_of(client: Client, **changed: str) -> dict[str, str]:
    """The form as the page gives it, with some fields typed over."""
    form = client.get(EDIT).context["form"]
    given = {name: str(form.get_initial_for_field(field, name) or "") for name, field in form.fields.items()}
    return {**given, "versie": given["versie"] or "0", **changed}


@pytest.mark.usefixtures("actors")
def test_a_draft_is_kept_with_who_may_see_it(as_: Callable[..., Client]) -> None:
    client = as_("an", editor=SCHOOL)
    answer = client.post(EDIT, form_of(client, phone="014 12 34 56", wie_phone="partners"))
    assert answer.status_code == 302
    row = OwnProfile.objects.get()
    assert (row.version, row.values["phone"], row.visibility["phone"]) == (1, "014 12 34 56", "partners")
    assert row.values["name"] == "Basisschool De Wortel"
    assert Entry.objects.filter(verb="profile.drafted", concerns=SCHOOL).count() == 1


@pytest.mark.usefixtures("actors")
@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "  "),
        ("website", "javascript:alert(1)"),
        ("website", "https://"),
        ("mail", "geen adres"),
        ("phone", "bel ons"),
        ("postcode", "24900"),
        ("working_area", "Balen\nNergenshuizen"),
        ("description", "x" * 601),
        ("languages", "Neder\x00lands"),
        ("wie_phone", "de buren"),
        ("versie", "-1"),
        ("versie", "99999999999999999999"),
    ],
)
def test_what_cannot_be_read_is_refused_and_shown_again(as_: Callable[..., Client], field: str, text: str) -> None:
    client = as_("an", administrator=SCHOOL)
    answer = client.post(EDIT, form_of(client, **{"stem_work": "Wij bouwen robots.", field: text}))
    assert answer.status_code == 422
    assert "Wij bouwen robots." in answer.content.decode()
    assert not OwnProfile.objects.filter(version__gt=0).exists()


@pytest.mark.usefixtures("actors")
def test_the_second_writer_sees_both_versions_and_merges(as_: Callable[..., Client]) -> None:
    an, bert = as_("an", administrator=SCHOOL), as_("bert", editor=SCHOOL)
    ans = form_of(an, description="Van An", languages="Nederlands")
    berts = form_of(bert, description="Van Bert", phone="014 12 34 56")
    assert an.post(EDIT, ans).status_code == 302

    answer = bert.post(EDIT, berts)
    assert answer.status_code == 409
    text = answer.content.decode()
    assert "Van An" in text
    assert "Van Bert" in text
    assert OwnProfile.objects.get().values["description"] == "Van An"

    suggested = {it["key"]: it["chosen"] for it in answer.context["differences"]}
    assert suggested == {"description": "", "languages": "theirs", "phone": "mine"}
    kept = {**answer.context["kept"], "samenvoegen": "1", "kies_languages": "theirs", "kies_phone": "mine"}
    assert bert.post(EDIT, kept).status_code == 422

    assert bert.post(EDIT, {**kept, "kies_description": "mine"}).status_code == 302
    row = OwnProfile.objects.get()
    assert (row.values["description"], row.values["languages"], row.values["phone"]) == (
        "Van Bert",
        "Nederlands",
        "014 12 34 56",
    )


@pytest.mark.usefixtures("actors")
def test_a_merge_that_is_overtaken_asks_again(as_: Callable[..., Client]) -> None:
    an, bert = as_("an", administrator=SCHOOL), as_("bert", editor=SCHOOL)
    berts = form_of(bert, description="Van Bert")
    an.post(EDIT, form_of(an, description="Van An"))
    kept = bert.post(EDIT, berts).context["kept"]
    an.post(EDIT, form_of(an, description="Weer van An"))
    answer = bert.post(EDIT, {**kept, "samenvoegen": "1", "kies_description": "mine"})
    assert answer.status_code == 409
    assert "Weer van An" in answer.content.decode()


def test_a_merge_takes_each_field_from_the_side_that_was_chosen() -> None:
    mine = Version({"name": "A", "phone": "1"}, {"phone": "own"})
    theirs = Version({"name": "B", "place": "Mol"}, {})
    assert {it.key for it in differences(mine, theirs, None)} == {"name", "phone", "place"}
    made = merged(mine, theirs, {"name": "theirs", "phone": "mine", "place": "theirs"})
    assert made.values == {"name": "B", "phone": "1", "place": "Mol"}
    assert made.visibility["phone"] == "own"


def test_saving_the_same_again_is_no_change(db: None) -> None:
    wanted = Version({"name": "De Wortel"}, {})
    assert save_draft(BY, SCHOOL, 0, wanted, AT) == 1
    assert save_draft(BY, SCHOOL, 1, wanted, AT) == 1
    assert Entry.objects.count() == 1


AT_ONCE = """
from wortel.site.cli.main import open_django; open_django()
from wortel.site import installation; installation.make_tables()
from schools import write_at_once
from wortel.organisations.models import OwnProfile
lost = write_at_once(12, 8)
row = OwnProfile.objects.get()
print(lost, row.version, row.values["description"])
"""


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_none_is_lost(tmp_path: Path) -> None:
    """Twelve writers add eight words each, all at once: every word is there, and 96 versions were made.

    SQLite in memory locks whole tables, as no installation does: there the writers get a file of their own.
    """
    if connection.vendor == "sqlite":
        names = {**os.environ, "WORTEL_DATA": str(tmp_path), "PYTHONPATH": str(Path(__file__).parent)}
        names.pop("DJANGO_SETTINGS_MODULE", None)
        made = subprocess.run([sys.executable, "-c", AT_ONCE], env=names, capture_output=True, text=True, check=False)
        assert made.returncode == 0, made.stderr
        lost, version, *words = made.stdout.split()
    else:
        lost = str(write_at_once(12, 8))
        row = OwnProfile.objects.get()
        version, words = str(row.version), row.values["description"].split()
    assert version == "96"
    assert sorted(words) == sorted(f"{n}.{t}" for n in range(12) for t in range(8))
    assert int(lost) > 0, "nobody ever lost: the writers did not meet"


def test_every_field_has_a_place_in_the_form(db: None, as_: Callable[..., Client]) -> None:
    tell(SCHOOL)
    form: Any = as_("an", editor=SCHOOL).get(EDIT).context["form"]
    assert {row.field.key for row in form.rows()} == set(FIELD_OF)
