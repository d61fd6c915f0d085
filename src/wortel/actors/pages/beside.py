"""What higher rooms add to the page of an actor: they know the actors, the actors do not know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from wortel.actors.queries.directory import Listed

Part = Mapping[str, Any]
"""What a template needs, and its name under `template`."""


def parts_beside(request: HttpRequest, here: Listed) -> list[Part]:
    """The parts that the functions named in the setting `BESIDE_ACTOR` give for this actor and this visitor."""
    asked: list[Callable[[HttpRequest, Listed], Part | None]] = [import_string(path) for path in settings.BESIDE_ACTOR]
    return [part for ask in asked if (part := ask(request, here)) is not None]
