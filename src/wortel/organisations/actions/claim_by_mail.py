"""Claims a profile by mail: a link goes to an address on the organisation's own web domain."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from wortel.kernel.reason import Reason
from wortel.organisations.actions.claiming import new_claim, refuse, too_many
from wortel.organisations.domain.proof import proves
from wortel.organisations.links import CLAIM_LINKS, VALID_FOR
from wortel.organisations.models import Claim
from wortel.organisations.queries.organisation import Organisation, is_alone
from wortel.post.public import put_in_outbox
from wortel.shell.site_address import link
from wortel.trail.public import By, leave


def claim_by_mail(by: By, about: Organisation, mail: str, site: str, at: datetime) -> Claim:
    """Keeps the claim and mails the link, on `site` (scheme and host). An older link of this person stops working.

    Raises `ClaimRefused`, and then only the trail knows.
    """
    verdict = proves(mail, about.hosts)
    if not verdict:
        raise refuse(by, about.ref, verdict.reason, at)
    if not is_alone(about.hosts):
        raise refuse(by, about.ref, Reason.of("organisations.shared_domain"), at)
    if too_many(by, mail, at):
        raise refuse(by, about.ref, Reason.of("organisations.too_many_claims"), at)
    with transaction.atomic():
        claim = new_claim(by, about, Claim.Proof.DOMAIN, at, state=Claim.State.SENT, email=mail)
        subject = _("Bevestig dat je voor %(name)s spreekt") % {"name": about.actor.name}
        address = link(site, "organisations:confirm_claim", CLAIM_LINKS.token_for(claim.ref))
        facts = {"claim": claim, "link": address, "until": at + VALID_FOR}
        text = render_to_string("organisations/mail/link.txt", facts)
        put_in_outbox(f"claim:{claim.ref}:link", "claim", mail, subject, text, at=at, person=by.person)
        after = {"proof": claim.proof, "mail": mail}
        leave(by, "claim.sent", f"claim:{claim.ref}", at=at, after=after, concerns=about.ref, about_person=by.person)
    return claim
