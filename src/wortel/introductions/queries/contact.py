"""Whom to reach at the other side. Looked up when it is shown, never kept: who is erased is gone from here too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wortel.introductions.domain.states import AGREED, MET, NEED, OTHER, PROPOSED, WITH_CONTACT
from wortel.introductions.models import Introduction, Step
from wortel.introductions.queries.acting import people_acting_for, people_at_a_desk
from wortel.organisations.public import general_mail

RECORDED = "recorded"
YES = (AGREED, MET, PROPOSED, RECORDED)
"""Steps by which a side says that it may be reached; the last two when it asked, or told, itself."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person of the organisation; its general address, then `name` is empty; or who answered for it at the desk."""

    name: str
    email: str
    is_desk: bool = False


def contact_at(row: Introduction, side: str, on: date) -> Contact | None:
    """Whom this side may reach at the other: who said yes there and acts for it today, else the general address that
    the organisation published, else who said yes for it at the desk because it has nobody here. `None` before both
    agreed, or when there is nobody. Four statements at most.

    Of what was agreed elsewhere only the side that told of it shows itself: the other never said yes here.
    """
    if row.state not in WITH_CONTACT:
        return None
    other = OTHER[side]
    if row.origin == Introduction.Origin.ELSEWHERE and row.proposed_by != other:
        return None
    actor = row.need_actor if other == NEED else row.offer_actor
    agreed = Step.objects.filter(introduction=row, side=other, step__in=YES).order_by("-at", "-pk")
    refs = tuple(agreed.values_list("person", flat=True))
    acting = {it.ref: it for it in people_acting_for(actor, on)}
    for ref in refs:
        if ref in acting and acting[ref].email:
            return Contact(acting[ref].name, acting[ref].email or "")
    mail = general_mail(actor)
    if mail or acting:
        return Contact("", mail) if mail else None
    spoke = {it.ref: it for it in people_at_a_desk(refs, on)}
    return next((Contact(spoke[ref].name, spoke[ref].email or "", is_desk=True) for ref in refs if ref in spoke), None)
