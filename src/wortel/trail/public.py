"""The door of the trail: what other rooms may ask or do."""

from wortel.trail.actions.leave import TrailOutsideTransaction, leave
from wortel.trail.chain_rows import chain_end, verify_chain
from wortel.trail.domain.by import By
from wortel.trail.domain.checking import Checked
from wortel.trail.guards import guard, missing_guards, unguard, unguarded
from wortel.trail.wording_chain import say_break, say_checked

__all__ = [
    "By",
    "Checked",
    "TrailOutsideTransaction",
    "chain_end",
    "guard",
    "leave",
    "missing_guards",
    "say_break",
    "say_checked",
    "unguard",
    "unguarded",
    "verify_chain",
]
