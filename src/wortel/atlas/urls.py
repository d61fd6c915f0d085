"""Addresses of the pages that put rooms together."""

from __future__ import annotations

from django.urls import path
from django.views.generic import TemplateView

app_name = "atlas"
_soon = TemplateView.as_view(template_name="shell/base.html")
urlpatterns = [
    path("", _soon, name="home"),
    path("gemeenten/", _soon, name="municipalities"),
    path("gemeenten/zoek", _soon, name="search"),
    path("gemeenten/zoek/lijst", _soon, name="suggest"),
    path("gegevens/", _soon, name="data"),
    path("over/", _soon, name="about"),
    path("regios/", _soon, name="regions"),
    path("bronnen/", _soon, name="sources"),
    path("toegankelijkheid/", _soon, name="accessibility"),
    path("privacy/", _soon, name="privacy"),
]
