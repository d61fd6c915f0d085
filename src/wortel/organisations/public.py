"""The door of the organisations: what other rooms may ask or do."""

from wortel.organisations.actions.decide_claim import ClaimNotOpen, decide_claim
from wortel.organisations.actions.decide_removal import RemovalNotOpen, decide_removal
from wortel.organisations.domain.fields import OWN_FIELDS, VISIBILITIES
from wortel.organisations.models import Claim, Removal
from wortel.organisations.pages.finding import tabs_of
from wortel.organisations.queries.claims import OpenClaim, OpenRemoval, open_claims, open_removals
from wortel.organisations.queries.own_profile import ShownField, shown_fields

__all__ = [
    "OWN_FIELDS",
    "VISIBILITIES",
    "Claim",
    "ClaimNotOpen",
    "OpenClaim",
    "OpenRemoval",
    "Removal",
    "RemovalNotOpen",
    "ShownField",
    "decide_claim",
    "decide_removal",
    "open_claims",
    "open_removals",
    "shown_fields",
    "tabs_of",
]
