"""Addresses of the pages that put rooms together."""

from __future__ import annotations

from django.urls import path

from wortel.atlas.pages.about import about, accessibility, data, privacy, sources
from wortel.atlas.pages.desk import desk
from wortel.atlas.pages.desk_matter import matter, take
from wortel.atlas.pages.home import home
from wortel.atlas.pages.municipalities import municipalities
from wortel.atlas.pages.municipality import municipality
from wortel.atlas.pages.region import province, region
from wortel.atlas.pages.regions import regions
from wortel.atlas.pages.reply import reply
from wortel.atlas.pages.searching import search, suggest
from wortel.atlas.pages.word_reply import word_reply

app_name = "atlas"
urlpatterns = [
    path("", home, name="home"),
    path("gemeenten/", municipalities, name="municipalities"),
    path("gemeenten/zoek", search, name="search"),
    path("gemeenten/zoek/lijst", suggest, name="suggest"),
    path("gemeenten/<str:nis>/", municipality, name="municipality"),
    path("gemeenten/<str:nis>/reageer/", reply, name="reply"),
    path("regios/", regions, name="regions"),
    path("regios/<str:code>/", region, name="region"),
    path("provincies/<str:code>/", province, name="province"),
    path("balie/", desk, name="desk"),
    path("balie/<str:room>/<str:ref>/", matter, name="desk-matter"),
    path("balie/<str:room>/<str:ref>/neem/", take, name="desk-take"),
    path("gegevens/", data, name="data"),
    path("over/", about, name="about"),
    path("bronnen/", sources, name="sources"),
    path("toegankelijkheid/", accessibility, name="accessibility"),
    path("privacy/", privacy, name="privacy"),
    path("woorden/<str:slug>/reageer/", word_reply, name="word-reply"),
]
