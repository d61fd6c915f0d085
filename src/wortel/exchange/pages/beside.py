"""What higher rooms add to the page of a need or an offer: they know the exchange, the exchange does not know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from wortel.exchange.models import Listing

Part = Mapping[str, Any]
"""What a template needs, and its name under `template`."""


def parts_beside(request: HttpRequest, row: Listing) -> list[Part]:
    """The parts that the functions named in the setting `BESIDE_LISTING` give for this listing and this visitor."""
    asked: list[Callable[[HttpRequest, Listing], Part | None]] = [
        import_string(path) for path in settings.BESIDE_LISTING
    ]
    return [part for ask in asked if (part := ask(request, row)) is not None]
