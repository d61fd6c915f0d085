"""Addresses of people: signing in (names of the library, without a space), and pages of one's own (`people:`)."""

from __future__ import annotations

from django.urls import include, path

from wortel.people.mandate_urls import MANDATES
from wortel.people.pages.account import mine
from wortel.people.sign_in.security import security

own = [
    path("mijn/", mine, name="mine"),
    path("mijn/beveiliging/", security, name="security"),
    *MANDATES,
]
urlpatterns = [
    path("", include("wortel.people.sign_in.urls")),
    path("", include((own, "people"))),
]
