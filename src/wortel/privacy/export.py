"""Everything we hold of someone, as one JSON document they may take along (GDPR, articles 15 and 20)."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import gettext

from wortel.privacy.queries import Found, held_of
from wortel.privacy.subject import Subject
from wortel.privacy.wording import sort_name, told

FILE_NAME = "wortel-mijn-gegevens.json"


def export_of(subject: Subject, at: datetime) -> dict[str, Any]:
    """The whole, with for every table why it is held, how long and who sees it; tables without a row are left out."""
    return {
        "made_at": at,
        "number": subject.ref,
        "addresses": subject.emails,
        "held": [_told(found) for found in held_of(subject) if found.rows],
    }


def as_json(document: dict[str, Any]) -> str:
    """The document as text people can read too."""
    return json.dumps(document, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _told(found: Found) -> dict[str, Any]:
    held = found.held
    return {
        **told(held),
        "fields": {item.field: f"{gettext(item.what)} ({sort_name(item.sort)})" for item in held.items},
        "rows": found.rows,
    }
