"""Addresses of the words."""

from __future__ import annotations

from django.urls import path

from wortel.terms.pages.choosing import choose
from wortel.terms.pages.term import term
from wortel.terms.pages.words import words

app_name = "terms"
urlpatterns = [
    path("woorden/", words, name="words"),
    path("woorden/aanspreken/", choose, name="choose"),
    path("woorden/<str:slug>/", term, name="term"),
]
