"""What every way of claiming shares: refusing with a trace, and telling those who keep the profile already."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from wortel.kernel.reason import Reason
from wortel.organisations.models import Claim
from wortel.organisations.queries.organisation import Organisation
from wortel.people.public import Person, administrators, verified_addresses_of
from wortel.post.public import put_in_outbox
from wortel.shell.refs import new_ref
from wortel.trail.public import By, leave

CLAIMS_PER_DAY = 5
"""How many claims a person may make, and a mail address may get a link for, in 24 hours."""
WAITING = (Claim.State.SENT, Claim.State.OPEN)


class ClaimRefused(ValueError):
    """The claim was not taken; `reason` says why. The trail holds the attempt; nothing else changed."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.key)
        self.reason = reason


def refuse(by: By, ref: str, reason: Reason, at: datetime) -> ClaimRefused:
    """Leaves the attempt on the trail; gives back what to raise. Of the address only the domain is kept."""
    with transaction.atomic():
        after = {"ground": reason.key, **{key: value for key, value in reason.parameters.items() if key == "domain"}}
        leave(by, "claim.refused", f"actor:{ref}", at=at, after=after, concerns=ref, about_person=by.person)
    return ClaimRefused(reason)


def too_many(by: By, mail: str, at: datetime) -> bool:
    """Whether this person, or this address, had its share of a day. Who proved that the address is theirs is not held
    up by what others asked for it."""
    whose = Q(person=by.person)
    if mail and mail.lower() not in {each.lower() for each in verified_addresses_of(by.person)}:
        whose |= Q(email__iexact=mail)
    return Claim.objects.filter(whose, made_at__gte=at - timedelta(days=1)).count() >= CLAIMS_PER_DAY


def new_claim(
    by: By, about: Organisation, proof: str, at: datetime, *, state: str, email: str = "", message: str = ""
) -> Claim:
    """A new claim, inside the caller's transaction; what this person still had waiting for it is withdrawn."""
    Person.objects.select_for_update().get(ref=by.person)  # two claims of one person wait for each other
    for older in Claim.objects.select_for_update().filter(person=by.person, actor=about.ref, state__in=WAITING):
        older.state, older.decided_at = Claim.State.WITHDRAWN, at
        older.save(update_fields=["state", "decided_at"])
    return Claim.objects.create(
        ref=new_ref(),
        actor=about.ref,
        actor_name=about.actor.name,
        person=by.person,
        proof=proof,
        state=state,
        email=email,
        message=message,
        made_at=at,
    )


def tell_administrators(claim: Claim, event: str, at: datetime) -> None:
    """Mails those who keep the profile already: someone asks (`asked`) or was let in (`accepted`)."""
    for person in administrators(claim.actor, at.date()):
        if person.email and person.ref != claim.person:
            with override(person.language):
                subject = {
                    "asked": _("Iemand wil %(name)s mee beheren"),
                    "accepted": _("%(name)s heeft een nieuwe beheerder"),
                }[event] % {"name": claim.actor_name}
                text = render_to_string(
                    "organisations/mail/colleague.txt",
                    {"claim": claim, "event": event, "link": _page(COLLEAGUE_LOOKS_AT[event], claim)},
                )
            put_in_outbox(
                f"claim:{claim.ref}:{event}:{person.ref}",
                "claim",
                person.email,
                subject,
                text,
                at=at,
                person=person.ref,
            )


def mail_claimant(claim: Claim, at: datetime) -> None:
    """Mails the answer to who claimed."""
    person = Person.objects.filter(ref=claim.person).first()
    if person is None or not person.email:
        return
    with override(person.language):
        subject = _("Antwoord op je aanvraag voor %(name)s") % {"name": claim.actor_name}
        text = render_to_string(
            "organisations/mail/decided.txt", {"claim": claim, "link": _page("organisations:compare", claim)}
        )
    put_in_outbox(f"claim:{claim.ref}:decided", "claim", person.email, subject, text, at=at, person=person.ref)


COLLEAGUE_LOOKS_AT = {"asked": "actors:actor", "accepted": "people:members"}
"""Where a sitting administrator can do something about who asks or was let in."""


def _page(name: str, claim: Claim) -> str:
    """The whole address of a page about that organisation; empty where the site does not know its own address."""
    site: str = getattr(settings, "PUBLIC_URL", "").rstrip("/")
    return site and site + reverse(name, args=[claim.actor])
