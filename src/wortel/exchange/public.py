"""The door of the exchange: what other rooms may ask or do."""

from wortel.exchange.actions.forget_fiction import forget_fictional_listings
from wortel.exchange.actions.put_listings import PutListing, put_listings
from wortel.exchange.actions.remind_of_ends import remind_of_ends
from wortel.exchange.domain.ages import ALL_AGES, STAGES
from wortel.exchange.domain.kinds import KIND_OF, KINDS, Kind
from wortel.exchange.domain.meeting import may_meet, meant_languages, meant_themes
from wortel.exchange.domain.reach import distance_km
from wortel.exchange.domain.wanted import ListingRefused, Wanted
from wortel.exchange.domain.words import (
    ACCESSIBILITY,
    LANGUAGES,
    MOMENTS,
    NEED,
    OFFER,
    PRIORITIES,
    SIDES,
    TARGET_GROUPS,
    THEMES,
)
from wortel.exchange.models import Listing
from wortel.exchange.permissions import at_desk, may_manage, may_open_desk, may_read, may_write
from wortel.exchange.queries.listings import areas_of, listing, listings_of, naming, open_listings, readable
from wortel.exchange.wording import (
    access_label,
    ages_label,
    kind_label,
    language_label,
    moment_label,
    priority_label,
    say,
    side_label,
    stage_label,
    state_label,
    target_label,
    theme_label,
    unit_label,
    visibility_label,
)

__all__ = [
    "ACCESSIBILITY",
    "ALL_AGES",
    "KINDS",
    "KIND_OF",
    "LANGUAGES",
    "MOMENTS",
    "NEED",
    "OFFER",
    "PRIORITIES",
    "SIDES",
    "STAGES",
    "TARGET_GROUPS",
    "THEMES",
    "Kind",
    "Listing",
    "ListingRefused",
    "PutListing",
    "Wanted",
    "access_label",
    "ages_label",
    "areas_of",
    "at_desk",
    "distance_km",
    "forget_fictional_listings",
    "kind_label",
    "language_label",
    "listing",
    "listings_of",
    "may_manage",
    "may_meet",
    "may_open_desk",
    "may_read",
    "may_write",
    "meant_languages",
    "meant_themes",
    "moment_label",
    "naming",
    "open_listings",
    "priority_label",
    "put_listings",
    "readable",
    "remind_of_ends",
    "say",
    "side_label",
    "stage_label",
    "state_label",
    "target_label",
    "theme_label",
    "unit_label",
    "visibility_label",
]
