"""The door of the organisations: what other rooms may ask or do."""

from wortel.organisations.actions.claim_by_review import claim_by_review
from wortel.organisations.actions.decide_claim import ClaimNotOpen, decide_claim
from wortel.organisations.actions.decide_removal import RemovalNotOpen, decide_removal
from wortel.organisations.actions.forget_fiction import forget_fictional_organisations
from wortel.organisations.actions.forget_unconfirmed import forget_unconfirmed_claims
from wortel.organisations.domain.fields import VISIBILITIES
from wortel.organisations.models import Claim, Removal
from wortel.organisations.pages.finding import TABS
from wortel.organisations.permissions import is_administrator
from wortel.organisations.queries.claims import OpenClaim, OpenRemoval, open_claims, open_removals
from wortel.organisations.queries.organisation import organisation
from wortel.organisations.queries.own_profile import general_mail
from wortel.organisations.queries.partners import NamedPartner, partner_refs, partners_by, partners_of, refs_naming
from wortel.organisations.queries.partnerships import Partnership, partnerships, partnerships_version

__all__ = [
    "TABS",
    "VISIBILITIES",
    "Claim",
    "ClaimNotOpen",
    "NamedPartner",
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
    "is_administrator",
    "open_claims",
    "open_removals",
    "organisation",
    "partner_refs",
    "partners_by",
    "partners_of",
    "partnerships",
    "partnerships_version",
    "refs_naming",
]
