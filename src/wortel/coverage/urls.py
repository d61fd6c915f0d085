"""Addresses of the coverage pages."""

from __future__ import annotations

from django.urls import path

from wortel.coverage.pages.coverage import coverage
from wortel.coverage.pages.evidence_item import evidence_item
from wortel.coverage.pages.evidence_list import evidence_list
from wortel.coverage.pages.evidence_reply import evidence_reply

app_name = "coverage"
urlpatterns = [
    path("dekking/", coverage, name="coverage"),
    path("dekking/bewijs/", evidence_list, name="evidence_list"),
    path("dekking/bewijs/<str:ref>/", evidence_item, name="evidence"),
    path("dekking/bewijs/<str:ref>/betwist/", evidence_reply, name="reply"),
]
