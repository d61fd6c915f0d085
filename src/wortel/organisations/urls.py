"""Addresses of the organisations: what they say of themselves, and who may say it."""

from __future__ import annotations

from django.urls import path

from wortel.organisations.pages.claim import claim
from wortel.organisations.pages.compare import compare
from wortel.organisations.pages.confirm_claim import confirm
from wortel.organisations.pages.edit import edit
from wortel.organisations.pages.mine import mine
from wortel.organisations.pages.partners import partners
from wortel.organisations.pages.publish import publish
from wortel.organisations.pages.removal import removal
from wortel.organisations.pages.trail import trail

app_name = "organisations"
urlpatterns = [
    path("mijn/organisaties/", mine, name="mine"),
    path("organisaties/claim/<str:token>/", confirm, name="confirm_claim"),
    path("organisaties/<slug:ref>/claim/", claim, name="claim"),
    path("organisaties/<slug:ref>/bewerken/", edit, name="edit"),
    path("organisaties/<slug:ref>/vergelijken/", compare, name="compare"),
    path("organisaties/<slug:ref>/publiceren/", publish, name="publish"),
    path("organisaties/<slug:ref>/partners/", partners, name="partners"),
    path("organisaties/<slug:ref>/verwijderen/", removal, name="removal"),
    path("organisaties/<slug:ref>/logboek/", trail, name="trail"),
]
