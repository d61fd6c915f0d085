"""The door of the trail: what other rooms may ask or do."""

from wortel.trail.actions.leave import TrailOutsideTransaction, leave
from wortel.trail.domain.by import By

__all__ = ["By", "TrailOutsideTransaction", "leave"]
