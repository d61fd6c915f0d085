"""Addresses of the directory and of every actor in it."""

from __future__ import annotations

from django.urls import path, re_path

from wortel.actors.pages.actor import actor, reply
from wortel.actors.pages.directory import directory
from wortel.actors.pages.map_json import map_json

app_name = "actors"
urlpatterns = [
    path("actoren/", directory, name="directory"),
    re_path(r"^actoren/export\.(?P<form>csv|xlsx|json)$", directory, name="export"),
    path("actoren/kaart.json", map_json, name="map-json"),
    path("actoren/<slug:ref>/", actor, name="actor"),
    path("actoren/<slug:ref>/reageer/<slug:kind>/", reply, name="reply"),
]
