"""Addresses of pages with a query."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import reverse


def address(name: str, query: Mapping[str, object] | None = None) -> str:
    """The address of the named page with this query."""
    path = reverse(name)
    return f"{path}?{urlencode(query)}" if query else path
