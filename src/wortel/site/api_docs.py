"""The documented page of the API: written on the server from the OpenAPI document, so that it is never behind."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from wortel.shell.api.describing import described
from wortel.site.api import api


def api_docs(request: HttpRequest) -> HttpResponse:
    """Every question, with its parameters, its answers, and an address to try."""
    document = api.get_openapi_schema()
    context = {
        "crumbs": [(gettext("Gegevens en API"), reverse("atlas:data")), (gettext("De API"), "")],
        "groups": described(document),
        "openapi_url": reverse("wortel-api:openapi-json"),
        "base_url": request.build_absolute_uri(reverse("wortel-api:api-root")),
    }
    return render(request, "shell/api_docs.html", context)
