"""The organisations a person acts for, and what waits there."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count

from wortel.actors.public import Listed, named_actors
from wortel.organisations.models import OwnProfile
from wortel.organisations.queries.own_profile import drafted
from wortel.people.domain.capacities import ADMINISTRATOR
from wortel.people.public import Caller, requests_waiting
from wortel.replies.public import Reply


@dataclass(frozen=True, slots=True)
class Mine:
    """`actor` is `None` when no register speaks of it any more. Counts are of what waits."""

    ref: str
    actor: Listed | None
    is_administrator: bool
    is_published: bool
    draft_waits: bool
    requests: int
    replies: int


def my_organisations(caller: Caller, at: datetime) -> tuple[Mine, ...]:
    """By name; five statements, however many there are."""
    refs = caller.organisations
    if not refs:
        return ()
    actors = named_actors(refs)
    drafts = {row.actor: drafted(row) for row in OwnProfile.objects.filter(actor__in=refs)}
    replies = _replies(refs)
    requests = _requests(refs, at)
    found = [
        Mine(
            ref=ref,
            actor=actors.get(ref),
            is_administrator=any(caller.holding(ADMINISTRATOR, organisation=ref)),
            is_published=ref in drafts and drafts[ref].published_at is not None,
            draft_waits=ref in drafts and drafts[ref].is_waiting,
            requests=requests[ref],
            replies=replies.get(ref, 0),
        )
        for ref in refs
    ]
    return tuple(sorted(found, key=lambda it: (it.actor.name.casefold() if it.actor else "", it.ref)))


def _replies(refs: tuple[str, ...]) -> dict[str, int]:
    rows = Reply.objects.filter(target__in=[f"actor:{ref}" for ref in refs], state=Reply.State.OPEN)
    counted = rows.order_by().values_list("target").annotate(Count("pk"))
    return {target.removeprefix("actor:"): n for target, n in counted}


def _requests(refs: tuple[str, ...], at: datetime) -> Counter[str]:
    """Requests to join that nobody answered, by organisation."""
    return Counter(asked.organisation for asked in requests_waiting(refs, at))
