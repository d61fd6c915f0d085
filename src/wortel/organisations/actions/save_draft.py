"""Saves the draft of an organisation's own profile, unless someone else was first."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.organisations.domain.fields import FIELD_OF, visibility_of
from wortel.organisations.domain.merging import Version
from wortel.organisations.domain.values import kept
from wortel.organisations.models import OwnProfile
from wortel.organisations.queries.own_profile import Draft, drafted
from wortel.trail.public import By, leave


class ChangedMeanwhile(ValueError):
    """Someone saved another version first; `theirs` is what stands now."""

    def __init__(self, theirs: Draft) -> None:
        super().__init__(theirs.number)
        self.theirs = theirs


def save_draft(by: By, ref: str, number: int, wanted: Version, at: datetime) -> int:
    """The number of the version that was saved; `number` is the one it was made from (0: there was none).

    The same again is no change. Raises `ChangedMeanwhile`; then nothing changed.
    """
    with transaction.atomic():
        row = locked(ref, number, at)
        before = drafted(row).draft
        values = kept(wanted.values)
        visibility = {key: visibility_of(key, wanted.visibility) for key in FIELD_OF}
        after = Version(values, visibility)
        changed = [key for key in FIELD_OF if before.of(key) != after.of(key)]
        if not changed and row.version:
            return row.version
        row.values, row.visibility = values, visibility
        row.version += 1
        row.changed_at, row.changed_by = at, by.person
        row.save(update_fields=["values", "visibility", "version", "changed_at", "changed_by"])
        leave(
            by,
            "profile.drafted",
            f"profile:{ref}",
            at=at,
            before={key: before.of(key) for key in changed},
            after={key: after.of(key) for key in changed},
            concerns=ref,
        )
    return row.version


def locked(ref: str, number: int, at: datetime) -> OwnProfile:
    """The row of this organisation as `lock_organisation` gives it. Raises `ChangedMeanwhile`."""
    row = lock_organisation(ref, at)
    if row.version != number:
        raise ChangedMeanwhile(drafted(row))
    return row


def lock_organisation(ref: str, at: datetime) -> OwnProfile:
    """The one row of this organisation, made when there is none, locked until the caller's transaction ends.

    Who writes for an organisation, or becomes its first administrator, waits here for who was first.
    """
    OwnProfile.objects.get_or_create(actor=ref, defaults={"version": 0, "changed_at": at})
    return OwnProfile.objects.select_for_update().get(actor=ref)
