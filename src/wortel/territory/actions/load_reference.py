"""Writes every municipality code that facts may point at into the database."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from wortel.territory.models import Municipality
from wortel.territory.reference import timeline
from wortel.trail.public import By, leave


def load_reference(by: By, at: datetime) -> int:
    """Adds new codes and corrects names and spans; changes nothing when all is there. Returns how many rows changed.

    A code is never taken away: facts may point at it.
    """
    wanted = _rows()
    with transaction.atomic():
        standing = {place.nis: place for place in Municipality.objects.all()}
        changed = [row for code, row in wanted.items() if not _same(row, standing.get(code))]
        Municipality.objects.bulk_create(
            changed,
            update_conflicts=True,
            unique_fields=["nis"],
            update_fields=["name", "valid_from", "valid_to", "is_flemish"],
        )
        if changed:
            leave(by, "reference.loaded", "reference:municipalities", at=at, after={"changed": len(changed)})
    return len(changed)


def _rows() -> dict[str, Municipality]:
    register = timeline().register
    flemish = {
        place.nis: Municipality(
            nis=place.nis, name=place.name, valid_from=place.valid.start, valid_to=place.valid.end, is_flemish=True
        )
        for place in register.by_nis.values()
    }
    brussels = {
        code: Municipality(nis=code, name=name, valid_from=date(1970, 1, 1), valid_to=None, is_flemish=False)
        for code, name in register.brussels.items()
    }
    return {**flemish, **brussels}


def _same(row: Municipality, standing: Municipality | None) -> bool:
    return standing is not None and all(
        getattr(row, name) == getattr(standing, name) for name in ("name", "valid_from", "valid_to", "is_flemish")
    )
