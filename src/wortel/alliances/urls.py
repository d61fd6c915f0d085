"""Addresses of proposed alliances, and of those that begin."""

from __future__ import annotations

from django.urls import path

from wortel.alliances.pages.beginning import begun, new
from wortel.alliances.pages.proposing import proposing

app_name = "alliances"
urlpatterns = [
    path("allianties/voorstellen/", proposing, name="proposing"),
    path("allianties/nieuw/<slug:codes>/", new, name="new"),
    path("allianties/begin/<slug:ref>/", begun, name="begun"),
]
