"""A need or an offer as a line of a list."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.actors.public import Listed, name_of_area
from wortel.exchange.models import Listing
from wortel.exchange.queries.found import Line
from wortel.exchange.wording import ages_label, kind_label, side_label, state_label
from wortel.exchange.wording_sentence import period
from wortel.shell.formats import number
from wortel.shell.templatetags.shell import unmarked


@dataclass(frozen=True, slots=True)
class Told:
    """What a line says: the title with its address, and behind it `words`."""

    row: Listing
    url: str
    words: str
    state: str


def told(line: Line) -> Told:
    """The line as everyone reads it."""
    row = line.row
    far = _("ongeveer %(distance)s") % {"distance": f"{number(line.km, 0)} km"} if line.km is not None else ""
    name = name_of(line.actor) if line.actor else ""
    return _told(row, side_label(row.side), kind_label(row.kind), name, place_of(row), far)


def told_own(row: Listing) -> Told:
    """The line as its own organisation reads it."""
    return _told(row, side_label(row.side), kind_label(row.kind))


def name_of(actor: Listed) -> str:
    """Its name, without the mark of fiction: the tag stands beside it."""
    return unmarked(actor.name) if actor.is_fictional else actor.name


def place_of(row: Listing) -> str:
    """Where it is: as it was written, else the municipality."""
    return row.place or name_of_area("gemeente", row.nis)


def _told(row: Listing, *words: str) -> Told:
    said = (*words, ages_label(row.age_from, row.age_to), period(row.first_on, row.end_on))
    url = reverse("exchange:listing", args=[row.ref])
    return Told(row, url, " · ".join(filter(None, said)), state_label(row.state))
