"""Every address of the site. Pages have Dutch paths; English stands under /en/; the API speaks both."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    *i18n_patterns(
        path("", include("wortel.atlas.urls")),
        prefix_default_language=False,
    ),
]
