"""The one line of what is new on the home page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from wortel.atlas.domain.story import ONE_DAY
from wortel.coverage.public import years_with_evidence
from wortel.shell.formats import day, number
from wortel.territory.public import timeline


@dataclass(frozen=True, slots=True)
class News:
    """A sentence, its day, and where to read on."""

    on: date
    sentence: str
    url: str
    link: str


def newest(today: date) -> News:
    """The latest change of evidence, or of the map when that is younger."""
    merged = _newest_map(today)
    changed = [row for row in years_with_evidence() if row.changed_at is not None]
    if not changed:
        return merged
    row = max(changed, key=lambda row: (row.changed_at is not None and row.changed_at.timestamp(), row.year))
    on = timezone.localtime(row.changed_at).date() if row.changed_at else today
    if on < merged.on:
        return merged
    sentence = ngettext(
        "Over %(year)s staat nu %(count)s melding op de kaart.",
        "Over %(year)s staan nu %(count)s meldingen op de kaart.",
        row.statements,
    ) % {"year": row.year, "count": number(row.statements)}
    return News(on, sentence, f"{reverse('atlas:home')}?jaar={row.year}#kaart", gettext("Bekijk dat jaar"))


def _newest_map(today: date) -> News:
    start = timeline().map_span(today).start
    now = len(timeline().municipalities(today))
    before = len(timeline().municipalities(start - ONE_DAY)) if start > timeline().first_day else now
    sentence = gettext("Sinds %(day)s telt Vlaanderen %(now)s gemeenten in plaats van %(before)s.") % {
        "day": day(start),
        "now": now,
        "before": before,
    }
    return News(start, sentence, reverse("atlas:municipalities"), gettext("Bekijk alle gemeenten"))
