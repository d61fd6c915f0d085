"""Addresses of the demo: who a visitor can be."""

from django.urls import path

from wortel.demo.pages.who import become, who

app_name = "demo"
urlpatterns = [
    path("demo/", who, name="who"),
    path("demo/word/<str:ref>/", become, name="become"),
]
