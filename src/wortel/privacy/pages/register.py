"""`/privacy/register/`: every field with personal data, made from the tables."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.privacy.register import register_rows


def register(request: HttpRequest) -> HttpResponse:
    """The register of personal data. No query."""
    crumbs = [(_("Privacy"), reverse("atlas:privacy")), (_("Register"), "")]
    return render(request, "privacy/register.html", {"rows": register_rows(), "crumbs": crumbs})
