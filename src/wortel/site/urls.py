"""Every address of the site. Pages have Dutch paths; English stands under /en/; the API speaks both."""

from __future__ import annotations

from importlib.util import find_spec

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from wortel.site.api import api
from wortel.site.api_docs import api_docs

# Rooms with pages of their own; each brings its addresses in urls.py, under its own first word.
ROOMS = (
    "shell",
    "atlas",
    "demo",
    "privacy",
    "coverage",
    "exchange",
    "introductions",
    "network",
    "alliances",
    "terms",
    "organisations",
    "actors",
    "replies",
    "people",
    "post",
    "trail",
)

urlpatterns = [
    path("api/v1/", api.urls),
    *i18n_patterns(
        path("api/v1/docs", api_docs, name="api-docs"),
        *(path("", include(f"wortel.{room}.urls")) for room in ROOMS if find_spec(f"wortel.{room}.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "wortel.shell.problems.bad_request"
handler403 = "wortel.shell.problems.forbidden"
handler404 = "wortel.shell.problems.not_found"
handler500 = "wortel.shell.problems.server_error"
