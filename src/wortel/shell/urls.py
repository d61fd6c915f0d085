"""Addresses of the shell itself: the gallery of components, for who builds pages."""

from __future__ import annotations

from django.urls import path

from wortel.shell.pages.gallery import gallery

app_name = "shell"
urlpatterns = [path("onderdelen/", gallery, name="gallery")]
