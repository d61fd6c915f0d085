"""Addresses of who works with whom."""

from __future__ import annotations

from django.urls import path

from wortel.network.pages.network import network

app_name = "network"
urlpatterns = [
    path("netwerk/", network, name="network"),
]
