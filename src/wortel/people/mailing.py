"""The mails about mandates. Each leaves by the outbox, under a key made of the event it tells of."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from wortel.people.links import INVITATION_LINKS
from wortel.people.models import Invitation, Mandate, Person
from wortel.people.providers import organisation_names
from wortel.people.queries import names_of, proposal
from wortel.people.wording import say_capacity, say_task, say_why_ended
from wortel.post.public import put_in_outbox
from wortel.shell.site_address import link
from wortel.trail.public import By


def invitation_link(ref: str, site: str) -> str:
    """Where an invitation is answered."""
    return link(site, "people:invitation", INVITATION_LINKS.token_for(ref))


def mail_invitation(invitation: Invitation, site: str, at: datetime) -> None:
    """To who is invited; one mail a day, however often it is sent again."""
    expires = proposal(invitation).expires_at.date()
    with override("nl"):
        facts = {
            "by": names_of([invitation.made_by]).get(invitation.made_by, ""),
            "where": invitation.organisation_name,
            "capacity": say_capacity(invitation.capacity),
            "task": say_task(invitation.capacity),
            "until": invitation.valid_to,
            "expires": expires,
            "message": invitation.message,
            "link": invitation_link(invitation.ref, site),
        }
        subject = _("Uitnodiging: word %(capacity)s van %(where)s") % facts
        if not invitation.organisation:
            subject = _("Uitnodiging: word %(capacity)s") % facts
        text = _text("people/mail/invitation.txt", facts)
    put_in_outbox(f"invitation:{invitation.ref}:{expires}", "invitation", invitation.email, subject, text, at=at)


def mail_accepted(invitation: Invitation, person: Person, at: datetime) -> None:
    """To who invited: the other said yes."""
    giver = _reachable(invitation.made_by)
    if giver is None:
        return
    facts = {
        "name": person.name or person.email,
        "capacity": say_capacity(invitation.capacity),
        "where": invitation.organisation_name,
        "succeeds": bool(invitation.succeeds),
    }
    key = f"invitation:{invitation.ref}:accepted"
    with override(giver.language):
        subject = _("%(name)s aanvaardt je uitnodiging") % facts
        put_in_outbox(
            key,
            "colleague",
            giver.email or "",
            subject,
            _text("people/mail/accepted.txt", facts),
            at=at,
            person=giver.ref,
        )


def mail_request(request: Invitation, asker: Person, administrator: Person, site: str, at: datetime) -> None:
    """To an administrator: someone wants to act for your organisation."""
    if not administrator.email:
        return
    with override(administrator.language):
        facts = {
            "name": asker.name or asker.email,
            "email": asker.email,
            "capacity": say_capacity(request.capacity),
            "where": request.organisation_name,
            "message": request.message,
            "link": link(site, "people:proposal", request.ref),
        }
        subject = _("%(name)s wil meewerken aan %(where)s") % facts
        text = _text("people/mail/request.txt", facts)
    key = f"request:{request.ref}:{administrator.ref}"
    put_in_outbox(key, "colleague", administrator.email, subject, text, at=at, person=administrator.ref)


def mail_answer(request: Invitation, asker: Person, answer: str, site: str, at: datetime) -> None:
    """To who asked: yes or no, and why."""
    if not asker.email:
        return
    with override(asker.language):
        facts = {
            "accepted": request.state == Invitation.State.ACCEPTED,
            "capacity": say_capacity(request.capacity),
            "where": request.organisation_name,
            "answer": answer,
            "link": link(site, "people:members", request.organisation),
        }
        subject = _("Antwoord op je vraag aan %(where)s") % facts
        text = _text("people/mail/answer.txt", facts)
    put_in_outbox(f"request:{request.ref}:answer", "mandate", asker.email, subject, text, at=at, person=asker.ref)


def mail_ended(mandate: Mandate, why: str, by: By, at: datetime) -> None:
    """To the holder, unless they ended it themselves."""
    holder = mandate.person
    if not holder.email or holder.ref == by.person:
        return
    with override(holder.language):
        facts = {**_about(mandate), "why": say_why_ended(why), "by": names_of([by.person]).get(by.person, "")}
        subject = _("Je bent geen %(capacity)s meer") % facts
        text = _text("people/mail/ended.txt", facts)
    put_in_outbox(f"mandate:{mandate.ref}:ended", "mandate", holder.email, subject, text, at=at, person=holder.ref)


def mail_expiry(mandate: Mandate, recipient: Person, at: datetime) -> None:
    """To the holder, or to an administrator of the organisation: this mandate is nearly over. Once for each end day."""
    if not recipient.email:
        return
    with override(recipient.language):
        own = mandate.person_id == recipient.pk
        holder = mandate.person.name or mandate.person.email
        facts = {**_about(mandate), "own": own, "name": holder, "until": mandate.valid_to}
        subject = _("Je rol loopt bijna af") if own else _("De rol van %(name)s loopt bijna af") % facts
        text = _text("people/mail/expiry.txt", facts)
    key = f"mandate:{mandate.ref}:expiry:{mandate.valid_to}:{recipient.ref}"
    put_in_outbox(key, "expiry", recipient.email, subject, text, at=at, person=recipient.ref)


def _about(mandate: Mandate) -> dict[str, Any]:
    names = organisation_names([mandate.organisation])
    return {"capacity": say_capacity(mandate.capacity), "where": names.get(mandate.organisation, "")}


def _reachable(ref: str) -> Person | None:
    return Person.objects.filter(ref=ref).exclude(email=None).first() if ref else None


def _text(template: str, facts: dict[str, Any]) -> str:
    return render_to_string(template, facts)
