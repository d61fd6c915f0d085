"""The data dictionary, written from the models themselves so that it cannot drift: `docs/data-dictionary.md`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

from django.apps import apps
from django.db import models

ROOMS = ("territory", "intake", "actors", "coverage", "replies")
HEAD = """# Data dictionary

Every table and column of the database, written from the models by `wortel dictionary`; a test fails when it is stale.
The reference tables have their dictionaries beside them: [data/territory](../data/territory/SOURCES.md),
[data/published](../data/published/SOURCES.md), [data/actors](../data/actors/SOURCES.md).
"""


def data_dictionary() -> str:
    """The whole dictionary in Markdown."""
    return HEAD + "".join(line for room in ROOMS for line in _room(room))


def _room(room: str) -> Iterator[str]:
    yield f"\n## {room}\n"
    for model in apps.get_app_config(room).get_models():
        yield f"\n### {model.__name__} (`{model._meta.db_table}`)\n\n{inspect.getdoc(model)}\n\n"
        yield "| column | type | empty | meaning |\n|---|---|---|---|\n"
        for field in model._meta.concrete_fields:
            yield f"| `{field.column}` | {_type(field)} | {_empty(field)} | {_meaning(field)} |\n"
        for constraint in model._meta.constraints:
            yield f"\nAlways true: {constraint.name.replace('_', ' ')}.\n"


def _type(field: models.Field[object, object]) -> str:
    if isinstance(field, models.ForeignKey):
        return f"→ {field.related_model.__name__}" if isinstance(field.related_model, type) else "→"
    length = f"({field.max_length})" if field.max_length else ""
    return f"{field.get_internal_type().removesuffix('Field').lower()}{length}"


def _empty(field: models.Field[object, object]) -> str:
    return "unknown" if field.null or field.blank else ""


def _meaning(field: models.Field[object, object]) -> str:
    choices = ", ".join(str(value) for value, _ in field.choices or ())
    return "; ".join(text for text in (str(field.help_text), choices) if text).replace("|", "\\|")
