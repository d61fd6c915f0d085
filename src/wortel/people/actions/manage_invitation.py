"""Takes an invitation or a request back, or sends an invitation again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from wortel.kernel.verdict import Verdict
from wortel.people.actions.signer import ask_signer
from wortel.people.domain.policy import INVITATION_HOLDS
from wortel.people.mailing import mail_invitation
from wortel.people.models import Invitation
from wortel.people.permissions import may_manage_invitation
from wortel.people.queries import proposal
from wortel.people.refused import NotAllowed
from wortel.trail.public import By, leave


def withdraw_invitation(by: By, ref: str, *, at: datetime) -> Invitation:
    """The invitation (or request), whose link does nothing any more.

    Raises `Invitation.DoesNotExist`, `NotAllowed`.
    """
    with transaction.atomic():
        invitation = _locked(by, ref, at)
        invitation.state, invitation.answered_at = Invitation.State.WITHDRAWN, at
        invitation.answered_by = by.person
        invitation.save(update_fields=["state", "answered_at", "answered_by"])
        leave(by, "invitation.withdrawn", f"invitation:{ref}", at=at, concerns=invitation.organisation)
    return invitation


def resend_invitation(by: By, ref: str, *, site: str, at: datetime) -> Invitation:
    """The invitation, open for `INVITATION_HOLDS` from now, also when it had run out; one mail a day at most.

    Raises `Invitation.DoesNotExist`, `NotAllowed`.
    """
    with transaction.atomic():
        invitation = _locked(by, ref, at)
        if invitation.way != Invitation.Way.INVITED:
            raise NotAllowed(Verdict.no("people.only_withdraw").reason)
        before = invitation.expires_at
        invitation.expires_at = at + INVITATION_HOLDS
        invitation.save(update_fields=["expires_at"])
        mail_invitation(invitation, site, at)
        leave(
            by,
            "invitation.sent_again",
            f"invitation:{ref}",
            at=at,
            before={"expires_at": before},
            after={"expires_at": invitation.expires_at},
            concerns=invitation.organisation,
        )
    return invitation


def _locked(by: By, ref: str, at: datetime) -> Invitation:
    invitation = Invitation.objects.select_for_update().get(ref=ref)
    verdict = ask_signer(by, at, lambda caller: may_manage_invitation(caller, proposal(invitation), at))
    if verdict and invitation.state != Invitation.State.OPEN:
        verdict = Verdict.no(f"people.{invitation.way}_{invitation.state}", on=_day(invitation))
    if not verdict:
        raise NotAllowed(verdict.reason)
    return invitation


def _day(invitation: Invitation) -> str | None:
    return proposal(invitation).answered_at.isoformat() if invitation.answered_at else None  # type: ignore[union-attr]
