"""What is said of a need or an offer, fact by fact; what was not said is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wortel.exchange.domain.kinds import KIND_OF, LANGUAGE, MOMENT, RANGE
from wortel.exchange.domain.words import DAYS, NEED, PARTS_OF_DAY, PUBLIC
from wortel.exchange.models import Listing
from wortel.exchange.pages.lines import place_of
from wortel.exchange.wording import (
    access_label,
    ages_label,
    language_label,
    priority_label,
    target_label,
    theme_label,
    unit_label,
    visibility_label,
)
from wortel.exchange.wording_sentence import reach
from wortel.shell.formats import day, listed, number


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands behind it."""

    label: str
    value: str


def facts(row: Listing) -> list[Fact]:
    """In the order in which one reads them."""
    return [Fact(label, value) for label, value in _told(row) if value]


def _told(row: Listing) -> Iterator[tuple[str, str]]:
    asks = KIND_OF[row.kind].asks(row.side)
    often = f"{number(row.quantity)} {unit_label(row.kind, row.quantity)}"
    yield _("Waarover"), listed(map(theme_label, row.themes))
    yield _("Transitie"), listed(map(priority_label, row.priorities))
    yield _("Voor wie"), _ages(row)
    yield _("In het bijzonder voor"), listed(map(target_label, row.target_groups))
    yield _("Hoeveel kinderen"), _("%(n)s tegelijk") % {"n": number(row.group_size)} if row.group_size else ""
    yield _("Hoe vaak"), often if row.side == NEED else _("hoogstens %(often)s in de hele periode") % {"often": often}
    yield _("Per week"), _("hoogstens %(n)s") % {"n": number(row.per_week)} if row.per_week else ""
    yield _("Wanneer"), f"{day(row.first_on)} – {day(row.last_day)}"
    yield _("Momenten"), _moments(row.moments) or (_("elk moment") if MOMENT in asks else "")
    yield _("Waar"), place_of(row)
    yield _("Hoe ver"), reach(row) or (_("heel Vlaanderen") if RANGE in asks else "")
    yield _("Taal"), listed(map(language_label, row.languages)) or (_("elke taal") if LANGUAGE in asks else "")
    yield _("Toegankelijk voor"), listed(map(access_label, row.accessibility))
    yield _("Voorwaarden"), row.conditions
    yield _("Dit ziet"), visibility_label(row.visibility) if row.visibility != PUBLIC else ""


def _ages(row: Listing) -> str:
    text = ages_label(row.age_from, row.age_to)
    return text[:1].upper() + text[1:]


def _moments(keys: list[str]) -> str:
    """By day: "dinsdag avond; woensdag namiddag en avond"."""
    said = []
    for key, label in DAYS.items():
        parts = [_(text) for part, text in PARTS_OF_DAY.items() if f"{key}_{part}" in keys]
        if parts:
            said.append(f"{_(label)} {listed(parts)}")
    return "; ".join(said)
