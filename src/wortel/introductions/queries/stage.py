"""An introduction's row, as the decisions see it."""

from __future__ import annotations

from wortel.introductions.domain.states import NEED, OFFER, Stage
from wortel.introductions.models import Introduction


def stage_of(row: Introduction) -> Stage:
    """How far it is. No query."""
    agreed = {NEED: row.need_agreed_at, OFFER: row.offer_agreed_at}
    is_told = row.origin == Introduction.Origin.ELSEWHERE
    return Stage(
        state=row.state,
        agreed=frozenset(side for side, at in agreed.items() if at is not None),
        planned_on=row.planned_on,
        told_by=row.proposed_by if is_told else "",
    )
