"""What is shown follows the records that stand: through imports, corrections, mergers and undoing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.actors.conftest import AT

from wortel.actors.actions.load_directory import AREAS, load_directory
from wortel.actors.models import Actor, Identifier, Name, Role, Site, WorkingArea
from wortel.actors.public import ActorAdapter
from wortel.intake.models import Import, Record
from wortel.intake.public import Outcome, undo_import
from wortel.trail.public import By

BY = By.command("tests")

pytestmark = pytest.mark.django_db
Bring = Callable[..., Outcome]


def test_an_actor_stands_on_today_s_map_while_its_site_keeps_its_own_code(bring: Bring) -> None:
    bring("lijst", {"key": "1", "name": "De Burcht", "kind": "vzw", "nis": "11056", "vintage": "2020"})
    actor = Actor.objects.get()
    assert (actor.nis, actor.province, actor.region) == ("46030", "40000", "REFREG14")
    assert actor.precision == "municipality"
    assert actor.x_km is not None
    assert Site.objects.get().municipality_id == "11056"


def test_an_unknown_place_stays_unknown(bring: Bring) -> None:
    bring("lijst", {"key": "1", "name": "Ergens", "place": "Nergenshuizen"})
    actor = Actor.objects.get()
    assert (actor.nis, actor.province, actor.region, actor.lat, actor.precision) == ("", "", "", None, "")


def test_two_registers_with_one_number_make_one_actor_and_undoing_one_leaves_the_other(bring: Bring) -> None:
    bring("een", {"key": "1", "name": "Bedrijf", "kind": "bedrijf", "kbo": "0123456749", "vintage": "2020"})
    ref = Actor.objects.get().ref
    second = bring(
        "twee", {"key": "9", "name": "Bedrijf nv", "kind": "bedrijf", "kbo": "0123456749", "vintage": "2026"}
    )
    actor = Actor.objects.get()
    assert (actor.ref, actor.name, actor.sources) == (ref, "Bedrijf nv", "|een|twee|")
    assert list(Name.objects.values_list("name", flat=True)) == ["Bedrijf"]
    undo_import(BY, second.import_id or 0, ActorAdapter(AT.date()), AT)
    assert (Actor.objects.get().ref, Actor.objects.get().name) == (ref, "Bedrijf")


def test_rows_of_one_register_with_one_enterprise_number_stay_two_actors(bring: Bring) -> None:
    rows = [{"key": key, "name": f"Dienst {key}", "kind": "agb", "kbo": "0123456749"} for key in "ab"]
    bring("lijst", *rows)
    assert Actor.objects.count() == 2


def test_one_school_with_two_sites_is_one_actor(bring: Bring) -> None:
    common = {"name": "School", "kind": "school basis", "school": "1271", "nis": "44021"}
    bring("lijst", {"key": "1", "street": "Dorp", **common}, {"key": "2", "street": "Kerkstraat", **common})
    assert Actor.objects.count() == 1
    assert list(Site.objects.order_by("record_id").values_list("street", "is_main")) == [
        ("Dorp", True),
        ("Kerkstraat", False),
    ]


def test_a_dropped_record_takes_its_actor_away_but_its_name_is_kept_with_the_record(bring: Bring) -> None:
    rows = [{"key": str(number), "name": f"Club {number}"} for number in range(2)]
    bring("lijst", *rows)
    gone = Actor.objects.get(name="Club 1").ref
    bring("lijst", rows[0])
    assert list(Actor.objects.values_list("name", flat=True)) == ["Club 0"]
    assert Record.objects.get(subject=gone).ended_by is not None
    bring("lijst", *rows)
    assert Actor.objects.get(name="Club 1").ref == gone


def test_a_correction_rebuilds_everything_about_the_actor(bring: Bring) -> None:
    old = {"key": "1", "name": "Lab", "roles": "STEM-academie", "working_area": "Gent", "kbo": "0123456749"}
    bring("lijst", old)
    before = Actor.objects.get()
    bring("lijst", {"key": "1", "name": "Labo", "kbo": "", "roles": "", "working_area": ""})
    after = Actor.objects.get()
    assert (after.pk, after.ref, after.name) == (before.pk, before.ref, "Labo")
    assert not Role.objects.exists()
    assert not WorkingArea.objects.exists()
    assert not Identifier.objects.exists()


def test_fictional_and_real_records_never_meet(bring: Bring) -> None:
    row = {"key": "1", "name": "School", "kind": "school", "school": "1271"}
    bring("echt", row)
    bring("wereld", row, is_fictional=True)
    real, made_up = Actor.objects.order_by("is_fictional")
    assert not real.is_fictional
    assert made_up.is_fictional
    assert made_up.ref.startswith("demo-")


def test_the_number_of_statements_does_not_grow_with_the_rows(bring: Bring) -> None:
    def statements(source: str, rows: int) -> int:
        table = [{"key": str(number), "name": f"{source} {number}", "nis": "44021"} for number in range(rows)]
        with CaptureQueriesContext(
            connection,
        ) as queries:
            bring(source, *table)
        return len(queries)

    statements("eerst", 3)  # the first one also makes the cells that are counted
    few, many = statements("weinig", 5), statements("veel", 300)
    assert many <= few + 15  # Django splits its own bulk inserts of records on SQLite


def test_the_shipped_directory_holds_every_local_government_and_is_loaded_once() -> None:
    assert load_directory(BY, AT) > 290
    assert Actor.objects.filter(kind="municipality", sources=f"|{AREAS}|").count() == 285
    assert Actor.objects.filter(kind="province").exclude(nis="").count() == 5
    assert not Record.objects.exclude(repairs=[]).exists()
    assert not Identifier.objects.filter(scheme="kbo").exists()
    assert not Identifier.objects.filter(is_valid=False).exists()
    imports = Import.objects.count()
    assert load_directory(BY, AT) == 0
    assert Import.objects.count() == imports


def test_a_register_of_municipalities_meets_the_shipped_directory(bring: Bring) -> None:
    load_directory(BY, AT)
    bring("register", {"key": "x", "name": "Stad Gent", "kind": "stad", "nis": "44021", "vintage": "2026-07-24"})
    gent = Actor.objects.get(kind="municipality", nis="44021")
    assert (gent.name, gent.sources) == ("Stad Gent", f"|register|{AREAS}|")
