"""What an organisation says of itself: its draft, what of it is published, and what a caller may see of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wortel.organisations.domain.fields import FIELD_OF, OWN, OwnField, visibility_of
from wortel.organisations.domain.merging import Version
from wortel.organisations.domain.values import shown_to
from wortel.organisations.models import OwnProfile
from wortel.organisations.permissions import audiences_of
from wortel.organisations.queries.partners import partner_refs
from wortel.people.public import Caller

NOTHING = Version({}, {})


@dataclass(frozen=True, slots=True)
class Draft:
    """`number` 0: nothing was ever saved. `changed_by` is the ref of a person."""

    number: int
    draft: Version
    published: Version
    published_at: datetime | None
    changed_at: datetime | None
    changed_by: str

    @property
    def is_waiting(self) -> bool:
        """Whether something was changed that is not published."""
        return self.number > 0 and any(self.draft.of(key) != self.published.of(key) for key in FIELD_OF)


def draft_of(ref: str) -> Draft:
    """The draft of the organisation; an empty one when nothing was saved. One statement."""
    row = OwnProfile.objects.filter(actor=ref).first()
    return drafted(row) if row else Draft(0, NOTHING, NOTHING, None, None, "")


def drafted(row: OwnProfile) -> Draft:
    """The row as a value."""
    return Draft(
        row.version,
        Version(row.values, row.visibility),
        Version(row.published_values, row.published_visibility),
        row.published_at,
        row.changed_at,
        row.changed_by,
    )


@dataclass(frozen=True, slots=True)
class ShownField:
    """One published field that this caller may see, and to whom it is shown."""

    field: OwnField
    value: str
    audience: str


def shown_fields(ref: str, caller: Caller) -> tuple[ShownField, ...]:
    """What the organisation published that this caller may see, in the order of the form. Two statements at most."""
    row = OwnProfile.objects.filter(actor=ref, published_at__isnull=False).first()
    if row is None:
        return ()
    values, chosen = row.published_values, row.published_visibility
    partners = partner_refs(ref) if caller.organisations else frozenset()
    shown = shown_to(values, chosen, *audiences_of(caller, ref, partners))
    return tuple(ShownField(FIELD_OF[key], value, visibility_of(key, chosen)) for key, value in shown.items())


def general_mail(ref: str) -> str:
    """The general mail address the organisation published, unless it shows that to nobody; for who it agreed to meet.
    One statement.
    """
    row = OwnProfile.objects.filter(actor=ref, published_at__isnull=False).first()
    if row is None or visibility_of("mail", row.published_visibility) == OWN:
        return ""
    return str(row.published_values.get("mail", ""))
