"""`/mijn/organisaties/`: the organisations I act for, and what waits there."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from wortel.organisations.permissions import may_see_own
from wortel.organisations.queries.claims import waiting_claims
from wortel.organisations.queries.mine import my_organisations
from wortel.organisations.wording import say
from wortel.people.public import caller_of, permit
from wortel.shell.clock import now


def mine(request: HttpRequest) -> HttpResponse:
    """The list from which everything starts."""
    caller = caller_of(request)
    permit(request, may_see_own(caller), say)
    context = {
        "organisations": [
            {"it": it, "people_url": reverse("people:members", args=[it.ref])} for it in my_organisations(caller, now())
        ],
        "claims": waiting_claims(caller.person),
    }
    return render(request, "organisations/mine.html", context)
