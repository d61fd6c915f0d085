"""Addresses of what is asked and offered."""

from __future__ import annotations

from django.urls import path

from wortel.exchange.pages.change import change
from wortel.exchange.pages.listing_list import listing_list
from wortel.exchange.pages.listing_page import listing_page
from wortel.exchange.pages.mine import mine, own
from wortel.exchange.pages.new import new
from wortel.exchange.pages.phone import phone

app_name = "exchange"
urlpatterns = [
    path("vraag-en-aanbod/", listing_list, name="list"),
    path("vraag-en-aanbod/mijn/", own, name="own"),
    path("vraag-en-aanbod/telefoon/", phone, name="phone"),
    path("vraag-en-aanbod/<slug:ref>/", listing_page, name="listing"),
    path("vraag-en-aanbod/<slug:ref>/wijzig/", change, name="change"),
    path("organisaties/<slug:ref>/vraag-en-aanbod/", mine, name="mine"),
    path("organisaties/<slug:ref>/vraag-en-aanbod/nieuw/", new, name="new"),
]
