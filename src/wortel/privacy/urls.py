"""Addresses about personal data: the register for all, and one's own data."""

from django.urls import path

from wortel.privacy.pages.erasing import erase, erased
from wortel.privacy.pages.own_data import download, mine
from wortel.privacy.pages.register import register

app_name = "privacy"
urlpatterns = [
    path("privacy/register/", register, name="register"),
    path("privacy/gewist/", erased, name="erased"),
    path("mijn/gegevens/", mine, name="mine"),
    path("mijn/gegevens/bestand.json", download, name="download"),
    path("mijn/gegevens/wissen/", erase, name="erase"),
]
