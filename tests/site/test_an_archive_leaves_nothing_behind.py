"""Whatever cannot be made again is in an archive, from people to preferences, with every id as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction
from sowing import AT, sow_everything

from wortel.coverage.models import Evidence
from wortel.site.archive import dump, load
from wortel.site.kept import KEPT_LABELS, LEFT, TRAIL, kept_models
from wortel.trail.public import By, leave, unguarded

BY = By.command("tests")


def test_every_table_is_kept_or_left_for_a_reason() -> None:
    models = {model._meta.label for model in apps.get_models(include_auto_created=True)}
    homeless = {label for label in models - set(KEPT_LABELS) if label not in LEFT and label.split(".")[0] not in LEFT}
    assert homeless == set()
    assert set(KEPT_LABELS) <= models
    assert not set(KEPT_LABELS) & set(LEFT)


def test_what_a_row_points_to_comes_before_it() -> None:
    seen: set[str] = set()
    for model in kept_models():
        seen.add(model._meta.label)
        for field in model._meta.concrete_fields:
            target = field.related_model._meta.label if field.is_relation else None
            assert target in {None, "territory.Municipality"} | seen


@pytest.mark.django_db
def test_a_row_of_every_kept_table_comes_back_the_same(tmp_path: Path) -> None:
    sown = sow_everything(without=TRAIL)
    with transaction.atomic():
        leave(BY, "proof.written", "proof:1", at=AT, after={"name": "Iemand"})
    assert {model._meta.db_table for model in kept_models() if model._meta.label not in TRAIL} <= sown
    Evidence.objects.update(record=None)  # kept by hand: what a record stands for is composed again
    before = rows()
    dump(tmp_path / "alles.gz", AT)
    empty_everything()
    load(BY, tmp_path / "alles.gz", AT, lambda _step: None)
    after = rows()
    assert {label: text for label, text in after.items() if label not in TRAIL} == {
        label: text for label, text in before.items() if label not in TRAIL
    }


def rows() -> dict[str, str]:
    """Every row of every kept table, as text."""
    return {
        model._meta.label: serializers.serialize("jsonl", model._default_manager.order_by("pk"))
        for model in kept_models()
    }


def empty_everything() -> None:
    kept = {model._meta.label for model in kept_models()}
    rooms = {"actors", "usersessions"}
    derived = [model for model in apps.get_models() if model._meta.app_label in rooms]
    derived.sort(
        key=lambda model: model.__name__ in {"Actor", "DirectoryCell", "SearchTerm"}
    )  # last: others point to them
    others = [model for model in apps.get_models() if model._meta.label.startswith(("account.", "socialaccount."))]
    with unguarded():
        for model in [
            *derived,
            *(other for other in others if other._meta.label not in kept),
            *reversed(kept_models()),
        ]:
            model._default_manager.all().delete()
