"""Addresses that every reply shares; the form itself stands under the thing it is about."""

from django.urls import path

from wortel.replies.pages.confirming import confirm, received, sent

app_name = "replies"
urlpatterns = [
    path("reacties/verstuurd/", sent, name="sent"),
    path("reacties/ontvangen/", received, name="received"),
    path("reacties/bevestig/<str:token>/", confirm, name="confirm"),
]
