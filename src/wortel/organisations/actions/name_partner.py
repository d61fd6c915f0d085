"""Names another organisation as a partner, or no longer."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.actors.public import Listed, named_actors
from wortel.kernel.reason import Reason
from wortel.organisations.models import Partner
from wortel.trail.public import By, leave


class PartnerRefused(ValueError):
    """This organisation cannot be named; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


def name_partner(by: By, actor: Listed, partner: str, at: datetime) -> None:
    """From today on the partner's people see what is shown to partners. Raises `PartnerRefused`."""
    other = named_actors([partner]).get(partner)
    if other is None:
        raise PartnerRefused(Reason.of("organisations.partner_unknown"))
    if other.ref == actor.ref:
        raise PartnerRefused(Reason.of("organisations.partner_self"))
    if other.is_fictional != actor.is_fictional:
        raise PartnerRefused(Reason.of("organisations.partner_other_world"))
    with transaction.atomic():
        _, is_new = Partner.objects.get_or_create(
            actor=actor.ref, partner=partner, until=None, defaults={"since": at.date()}
        )
        if not is_new:
            raise PartnerRefused(Reason.of("organisations.partner_already"))
        leave(by, "partner.named", f"actor:{partner}", at=at, after={"partner": partner}, concerns=actor.ref)


def end_partner(by: By, ref: str, partner: str, at: datetime) -> bool:
    """At once the partner's people see no more than anyone; false when it was no partner."""
    with transaction.atomic():
        row = Partner.objects.select_for_update().filter(actor=ref, partner=partner, until=None).first()
        if row is None:
            return False
        row.until = at.date()
        row.save(update_fields=["until"])
        leave(by, "partner.ended", f"actor:{partner}", at=at, before={"partner": partner}, concerns=ref)
    return True
