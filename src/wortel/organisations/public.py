"""The door of the organisations: what other rooms may ask or do."""

from wortel.organisations.actions.claim_by_review import claim_by_review
from wortel.organisations.actions.decide_claim import ClaimNotOpen, decide_claim
from wortel.organisations.actions.decide_removal import RemovalNotOpen, decide_removal
from wortel.organisations.actions.forget_fiction import forget_fictional_organisations
from wortel.organisations.actions.forget_unconfirmed import forget_unconfirmed_claims
from wortel.organisations.domain.fields import VISIBILITIES
from wortel.organisations.models import Claim, Removal
from wortel.organisations.pages.finding import tabs_of
from wortel.organisations.queries.claims import OpenClaim, OpenRemoval, open_claims, open_removals
from wortel.organisations.queries.organisation import organisation
from wortel.organisations.queries.own_profile import general_mail
from wortel.organisations.queries.partners import partner_refs, partners_by, refs_naming
from wortel.organisations.queries.partnerships import Partnership, partnerships, partnerships_version

__all__ = [
    "VISIBILITIES",
    "Claim",
    "ClaimNotOpen",
    "OpenClaim",
    "OpenRemoval",
    "Partnership",
    "Removal",
    "RemovalNotOpen",
    "claim_by_review",
    "decide_claim",
    "decide_removal",
    "forget_fictional_organisations",
    "forget_unconfirmed_claims",
    "general_mail",
    "open_claims",
    "open_removals",
    "organisation",
    "partner_refs",
    "partners_by",
    "partnerships",
    "partnerships_version",
    "refs_naming",
    "tabs_of",
]
