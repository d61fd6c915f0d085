"""Reads what is held of someone, by the register."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from wortel.privacy.domain.described import REGISTER
from wortel.privacy.domain.held import Held
from wortel.privacy.subject import Subject

WITHHELD = "***"
"""Stands where a secret is held: who has it could sign in."""


@dataclass(frozen=True, slots=True)
class Found:
    """The rows of one table that are about someone, by field name."""

    held: Held
    rows: tuple[Mapping[str, Any], ...]


def table(held: Held) -> type[models.Model]:
    """The model a description speaks of."""
    return apps.get_model(held.model)


def rows_of(held: Held, subject: Subject) -> models.QuerySet[Any]:
    """The rows about someone, whatever their state."""
    return table(held)._default_manager.filter(subject.matching(held.whose)).order_by("pk")


def held_of(subject: Subject) -> Iterator[Found]:
    """Everything held of someone, table by table; one query each."""
    for held in REGISTER:
        yield Found(held, tuple(_shown(held, row) for row in rows_of(held, subject).values()))


def _shown(held: Held, row: Mapping[str, Any]) -> dict[str, Any]:
    secret = {item.field for item in held.items if item.is_secret}
    named = {field.attname: field.name for field in table(held)._meta.concrete_fields}
    return {named[key]: WITHHELD if named[key] in secret and value else value for key, value in row.items()}
