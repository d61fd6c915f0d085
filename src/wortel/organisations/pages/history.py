"""The versions of a profile, as the trail tells them; shown to who writes it only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.organisations.domain.fields import OWN_FIELDS, VISIBILITIES
from wortel.people.public import names_of
from wortel.trail.public import entries_concerning, people_in, trail_list

LAST = 10


def history_of(ref: str) -> dict[str, Any]:
    """What `trail/parts/trail.html` needs for the last versions, and where the older ones stand. Three statements."""
    page = entries_concerning(ref, thing=f"profile:{ref}", size=LAST)
    names = names_of(people_in(page.entries))
    return {
        **trail_list(page.entries, lambda person: names.get(person, ""), words_of_fields()),
        "older_url": f"{reverse('organisations:trail', args=[ref])}?ding=profile:{ref}" if page.older else "",
    }


def words_of_fields() -> Mapping[str, str]:
    """What the fields of a profile are called, and to whom they are shown."""
    fields = {field.key: _(field.label) for field in OWN_FIELDS}
    return fields | {key: _(label) for key, label in VISIBILITIES.items()}
