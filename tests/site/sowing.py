"""A row in every table, with a name and a mail address wherever one fits."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from django.apps import apps
from django.db import DatabaseError, models, transaction

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
NAME, MAIL = "Zaaigoed Naamloos", "zaaigoed@example.org"
FITTING: dict[str, Any] = {"age_to": 2, "end_on": date(2026, 1, 2), "consent_on": date(2026, 1, 1)}
"""What a table asks of a field beside another one: an end behind its beginning, the day of what was agreed."""
Made = dict[type[models.Model], models.Model]


def sow_everything(without: Collection[str] = ()) -> set[str]:
    """Sows every table that takes a plain row, but not the models named; the names of the tables that got one."""
    made: Made = {}
    for model in apps.get_models():
        if model not in made and model._meta.label not in without:
            try:
                with transaction.atomic():
                    sow(model, made)
            except (DatabaseError, TypeError, ValueError):
                continue
    return {model._meta.db_table for model in made}


def value_for(field: Any, made: Made) -> Any:
    """Something this field takes, and where it can, a name or a mail address."""
    if isinstance(field, models.ForeignKey):
        standing = made.get(field.related_model) or field.related_model._default_manager.first()
        return standing or (None if field.null else sow(field.related_model, made))
    if field.choices:
        return field.choices[0][0]
    kind = field.get_internal_type()
    if field.name in FITTING:
        return FITTING[field.name]
    if field.null and kind not in {"CharField", "TextField", "EmailField"}:
        return None
    plain: dict[str, Any] = {
        "BooleanField": False, "DateField": date(2026, 1, 1), "DateTimeField": AT, "JSONField": {"name": NAME},
        "CharField": (MAIL if "mail" in field.name else NAME)[: field.max_length], "TextField": f"{NAME} {MAIL}",
        "EmailField": MAIL, "BinaryField": b"0",
    }  # fmt: skip
    return plain.get(kind, 2022 if field.name == "year" else 1)


def sow(model: type[models.Model], made: Made) -> models.Model:
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
