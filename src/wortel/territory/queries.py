"""What the database holds of the territory, next to the tables the facts are read from."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from wortel.territory.models import Municipality


def stored_municipalities(on: date) -> int:
    """How many Flemish municipalities the database holds for that day; Brussels' nineteen do not count."""
    standing = Q(valid_to__isnull=True) | Q(valid_to__gt=on)
    return Municipality.objects.filter(standing, is_flemish=True, valid_from__lte=on).count()
