"""The door of the trail: what other rooms may ask or do."""

from wortel.trail.actions.forget_details import forget_details_about, forget_old_details
from wortel.trail.actions.leave import TrailOutsideTransaction, leave
from wortel.trail.chain_rows import chain_end, verify_chain
from wortel.trail.domain.by import By
from wortel.trail.guards import guard, missing_guards, unguard, unguarded
from wortel.trail.listing import people_in, trail_list
from wortel.trail.queries import TrailEntry, TrailPage, entries_about, entries_by, entries_concerning, entries_of
from wortel.trail.retention import retention_rulebook
from wortel.trail.wording_chain import say_break, say_checked

__all__ = [
    "By",
    "TrailEntry",
    "TrailOutsideTransaction",
    "TrailPage",
    "chain_end",
    "entries_about",
    "entries_by",
    "entries_concerning",
    "entries_of",
    "forget_details_about",
    "forget_old_details",
    "guard",
    "leave",
    "missing_guards",
    "people_in",
    "retention_rulebook",
    "say_break",
    "say_checked",
    "trail_list",
    "unguard",
    "unguarded",
    "verify_chain",
]
