"""Addresses of the post room."""

from __future__ import annotations

from django.urls import path

from wortel.post.pages.choosing import mine, preferences
from wortel.post.pages.demo_mailbox import demo_mailbox
from wortel.post.pages.unsubscribing import unsubscribe

app_name = "post"
urlpatterns = [
    path("post/afmelden/<str:token>/", unsubscribe, name="unsubscribe"),
    path("post/voorkeuren/<str:token>/", preferences, name="preferences"),
    path("mijn/berichten/", mine, name="mine"),
    path("demo/postvak/", demo_mailbox, name="demo-mailbox"),
]
