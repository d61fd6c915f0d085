"""Nobody adds a field without saying whether it speaks of a person; and no field is meant for a child."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from wortel.privacy.domain import not_personal
from wortel.privacy.domain.held import Held
from wortel.privacy.public import undescribed

CHILD = re.compile(r"child|pupil|birth|geboorte|leerling|kind_?naam|\bkinderen?\b", re.IGNORECASE)
COUNTS = ("group_size children; null is not said", "children at least so many; null is not said")
"""How many of them there were: a number of a group, never of one."""


def test_every_field_is_in_the_register_or_said_to_hold_nothing_of_a_person() -> None:
    assert list(undescribed()) == [], "describe it in privacy/domain/described/, or in privacy/domain/not_personal.py"


def test_a_field_nobody_judged_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    shorter = {**not_personal.NOT_PERSONAL, "trail.Head": "only number"}
    monkeypatch.setattr("wortel.privacy.register.NOT_PERSONAL", shorter)
    assert list(undescribed()) == ["trail.Head.hash"]


def test_a_judgement_without_a_field_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    longer = {**not_personal.NOT_PERSONAL, "trail.Head": "only number hash colour"}
    monkeypatch.setattr("wortel.privacy.register.NOT_PERSONAL", longer)
    assert list(undescribed()) == ["trail.Head.colour"]


def test_no_field_is_meant_for_a_child() -> None:
    found = [said for model in ours() for said in about(model) if CHILD.search(said)]
    assert [said for said in found if said not in COUNTS] == []


def test_free_texts_ask_for_no_child() -> None:
    from wortel.replies.forms import ReplyForm

    for kind in ("claim", "dispute", "correction"):
        assert "namen van kinderen" in str(ReplyForm(kind).fields["message"].help_text)


def ours() -> Iterator[type[models.Model]]:
    return (model for model in apps.get_models() if model.__module__.startswith("wortel."))


def about(model: type[models.Model]) -> Iterator[str]:
    for field in model._meta.local_fields:
        yield f"{field.name} {field.help_text}"


def test_the_register_has_a_table_once() -> None:
    from wortel.privacy.domain.described import REGISTER

    tables: list[Held] = list(REGISTER)
    assert len({held.model for held in tables}) == len(tables)
