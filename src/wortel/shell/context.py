"""What every template may know about the page it stands on."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language

import wortel


def page(request: HttpRequest) -> dict[str, Any]:
    """The version, today's language, and the address of this same page in the other languages."""
    here = request.get_full_path()
    return {
        "version": wortel.__version__,
        "languages": [
            {"code": code, "name": name, "here": code == get_language(), "url": translate_url(here, code)}
            for code, name in settings.LANGUAGES
        ],
    }
