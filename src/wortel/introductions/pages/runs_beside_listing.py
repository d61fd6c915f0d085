"""On the page of a need, for who keeps it and for the desk: why it stays open, and the nearest changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from wortel.exchange.public import NEED, Listing, areas_of, may_manage, readable
from wortel.introductions.domain.kept_reasons import read
from wortel.introductions.models import Standing
from wortel.introductions.wording_runs import say_change, say_short
from wortel.people.public import caller_of
from wortel.shell.clock import today


def beside_listing(request: HttpRequest, row: Listing) -> Mapping[str, Any] | None:
    """The part, or nothing: not for strangers, nor for a need of which nothing is short. Two statements at most."""
    caller, on = caller_of(request), today()
    if row.side != NEED or row.state != Listing.State.OPEN or not may_manage(caller, row.actor, areas_of(row.nis, on)):
        return None
    standing = Standing.objects.filter(need=row.ref).select_related("run").first()
    if standing is None:
        return None
    shown = {}
    if standing.offers:
        found = Listing.objects.filter(readable(caller, on), ref__in=standing.offers)
        shown = {each.ref: each for each in found}
    both = zip(read(standing.changes), standing.offers, strict=False)
    changes = [{"change": say_change(change), "offer": shown[ref]} for change, ref in both if ref in shown]
    return {
        "template": "introductions/runs/beside_listing.html",
        "missing": standing.missing,
        "since": standing.since,
        "looked_at": standing.run.ended_at,
        "why": say_short(read([standing.ground])[0]),
        "changes": changes,
    }
