"""Whole addresses of pages, for in mails."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override


def site_of(request: HttpRequest) -> str:
    """Scheme and host of this site: as set, else as the visitor knows it."""
    return settings.PUBLIC_URL or f"{request.scheme}://{request.get_host()}"


def link(site: str, name: str, *arguments: str) -> str:
    """The whole Dutch address of a page; `site` is scheme and host, as in https://wortel.example."""
    with override("nl"):
        return f"{site.rstrip('/')}{reverse(name, args=arguments)}"
