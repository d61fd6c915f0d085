"""Finds what a page is about, and what this visitor may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from http import HTTPStatus

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import Listed, named_actors
from wortel.exchange.models import Listing
from wortel.exchange.permissions import SIGN_IN, Areas, may_manage, may_read, may_withdraw
from wortel.exchange.queries.listings import areas_of, listing, naming
from wortel.exchange.wording import say
from wortel.kernel.verdict import Verdict
from wortel.people.public import Caller, caller_of, permit
from wortel.shell.problems import PageProblem, WayOut


@dataclass(frozen=True, slots=True)
class Seen:
    """A listing this visitor may read, with its organisation and the areas that hold its place."""

    row: Listing
    actor: Listed
    areas: Areas

    def may_manage(self, caller: Caller) -> Verdict:
        """Whether the caller may change it."""
        return may_manage(caller, self.row.actor, self.areas)


def seen(request: HttpRequest, ref: str, on: date) -> Seen:
    """The listing with this ref; at most three statements. One that a visitor may not read looks like one that is not
    there: a stranger is asked to sign in, anyone else gets 404."""
    caller = caller_of(request)
    row = listing(ref)
    actor = named_actors([row.actor]).get(row.actor) if row else None
    if row is None or actor is None or not _reads(caller, row, on):
        permit(
            request, SIGN_IN if caller.is_stranger else Verdict.no("exchange.hidden"), say, hide=not caller.is_stranger
        )
        raise Http404
    return Seen(row, actor, areas_of(row.nis, on))


def organisation(ref: str) -> Listed:
    """The organisation with this ref. One statement. Raises `PageProblem` (404)."""
    actor = named_actors([ref]).get(ref)
    if actor is None:
        raise PageProblem(
            HTTPStatus.NOT_FOUND,
            _("Deze organisatie kennen we niet"),
            _("Er staat niemand in onze lijst met deze code. Zoek op naam."),
            (WayOut(_("Zoek in alle actoren"), reverse("actors:directory")),),
        )
    return actor


def _reads(caller: Caller, row: Listing, on: date) -> bool:
    named = naming(caller) if row.visibility == "partners" else frozenset()
    areas = areas_of(row.nis, on)
    return bool(
        may_read(caller, row.actor, row.visibility, row.state, named, areas)
        or may_withdraw(caller, row.entered_by, row.state)
    )
