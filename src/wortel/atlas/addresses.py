"""Addresses of pages in other rooms; empty where this installation has no such page."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse


def address(name: str, query: Mapping[str, object] | None = None) -> str:
    """The address of the named page with this query; empty when there is no such page."""
    try:
        path = reverse(name)
    except NoReverseMatch:
        return ""
    return f"{path}?{urlencode(query)}" if query else path
