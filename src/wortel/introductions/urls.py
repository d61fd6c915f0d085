"""Addresses of the introductions: who is brought together with whom, and how far they are."""

from __future__ import annotations

from django.urls import path

from wortel.introductions.pages.ask import ask
from wortel.introductions.pages.bring_together import bring_together
from wortel.introductions.pages.comparison import comparison
from wortel.introductions.pages.desk import desk
from wortel.introductions.pages.ending import ending
from wortel.introductions.pages.feedback import feedback
from wortel.introductions.pages.introduction import introduction
from wortel.introductions.pages.measures import measures, measures_flanders
from wortel.introductions.pages.mine import mine, of_organisation

app_name = "introductions"
urlpatterns = [
    path("regios/<str:code>/balie/", desk, name="desk"),
    path("regios/<str:code>/balie/cijfers/", measures, name="measures"),
    path("cijfers/vraag-en-aanbod/", measures_flanders, name="measures_flanders"),
    path("cijfers/vraag-en-aanbod/keuzes/", comparison, name="comparison"),
    path("mijn/introducties/", mine, name="mine"),
    path("organisaties/<slug:ref>/introducties/", of_organisation, name="organisation"),
    path("introducties/vraag/<slug:ref>/", ask, name="ask"),
    path("introducties/samenbrengen/<slug:ref>/", bring_together, name="bring_together"),
    path("introducties/<slug:ref>/nee/", ending, name="ending"),
    path("introducties/<slug:ref>/hoe-was-het/", feedback, name="feedback"),
    path("introducties/<slug:ref>/", introduction, name="introduction"),
]
