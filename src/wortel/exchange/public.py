"""The door of the exchange: what other rooms may ask or do."""

from wortel.exchange.actions.forget_fiction import forget_fictional_listings
from wortel.exchange.actions.put_listings import PutListing, put_listings
from wortel.exchange.actions.remind_of_ends import remind_of_ends
from wortel.exchange.domain.meeting import may_meet
from wortel.exchange.domain.wanted import ListingRefused, Wanted
from wortel.exchange.domain.words import LANGUAGES, NEED, OFFER, THEMES
from wortel.exchange.models import Listing
from wortel.exchange.permissions import may_manage
from wortel.exchange.queries.listings import areas_of, listing, open_listings, readable
from wortel.exchange.wording import kind_label, language_label, moment_label, theme_label

__all__ = [
    "LANGUAGES",
    "NEED",
    "OFFER",
    "THEMES",
    "Listing",
    "ListingRefused",
    "PutListing",
    "Wanted",
    "areas_of",
    "forget_fictional_listings",
    "kind_label",
    "language_label",
    "listing",
    "may_manage",
    "may_meet",
    "moment_label",
    "open_listings",
    "put_listings",
    "readable",
    "remind_of_ends",
    "theme_label",
]
