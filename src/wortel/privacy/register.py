"""The register of personal data (GDPR, article 30), made from the tables themselves so that it cannot drift."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext

from wortel.privacy.domain.described import REGISTER
from wortel.privacy.domain.held import Held
from wortel.privacy.domain.not_personal import NOT_PERSONAL
from wortel.privacy.wording import fate_sentence, sort_name, told


def undescribed() -> Iterator[str]:
    """`app.Model.field` for every field of every table nobody judged, and for every judgement without a field."""
    judged = {held.model: held.fields for held in REGISTER}
    judged |= {model: frozenset(fields.split()) for model, fields in NOT_PERSONAL.items()}
    standing = {model._meta.label: _fields(model) for model in apps.get_models(include_auto_created=True)}
    for label in sorted({*judged, *standing}):
        for field in sorted(judged.get(label, frozenset()) ^ standing.get(label, frozenset())):
            yield f"{label}.{field}"


def register_rows() -> list[dict[str, Any]]:
    """One entry a table, in words, for the page and for JSON."""
    return [_row(held) for held in REGISTER]


def register_json() -> dict[str, Any]:
    """The whole register, with the tables that hold nothing of a person."""
    return {"held": register_rows(), "not_personal": sorted(NOT_PERSONAL)}


def _row(held: Held) -> dict[str, Any]:
    return {
        **told(held),
        "at_erasure": fate_sentence(held.fate),
        "fields": [
            {"field": item.field, "what": gettext(item.what), "sort": sort_name(item.sort)} for item in held.items
        ],
    }


def _fields(model: type[models.Model]) -> frozenset[str]:
    return frozenset(field.name for field in (*model._meta.local_fields, *model._meta.local_many_to_many))
