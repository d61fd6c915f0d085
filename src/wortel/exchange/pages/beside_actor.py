"""On the page of an actor: what it asks and offers, as far as this visitor may read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse

from wortel.actors.public import Listed
from wortel.exchange.pages.lines import told_own
from wortel.exchange.permissions import may_write
from wortel.exchange.queries.listings import readable, standing
from wortel.people.public import caller_of
from wortel.shell import clock

_SHOWN = 10


def beside_actor(request: HttpRequest, here: Listed) -> Mapping[str, Any]:
    """The part for this visitor: the newest open ones. Two statements at most."""
    caller, on = caller_of(request), clock.today()
    rows = list(standing(on).filter(readable(caller, on), actor=here.ref).order_by("-id")[: 10 * _SHOWN])
    return {
        "template": "exchange/parts/beside_actor.html",
        "lines": [told_own(row) for row in rows[:_SHOWN]],
        "more": max(0, len(rows) - _SHOWN),
        "all_url": f"{reverse('exchange:list')}?{urlencode({'q': here.name})}",
        "may_write": bool(may_write(caller, here.ref)),
    }
