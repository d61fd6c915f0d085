"""A need or an offer in one sentence."""

from __future__ import annotations

from datetime import date, timedelta

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from wortel.exchange.domain.ages import STAGE_OF, stages_of
from wortel.exchange.domain.kinds import KIND_OF
from wortel.exchange.domain.periods import school_year
from wortel.exchange.domain.reach import MOST_KM
from wortel.exchange.domain.words import CONSENTS, NEED, TRAVEL_MODES
from wortel.exchange.models import Listing
from wortel.exchange.wording import ages_label, theme_label, unit_label
from wortel.shell.formats import day, listed, number

_COUNTED = (
    gettext_noop("één"), gettext_noop("twee"), gettext_noop("drie"), gettext_noop("vier"), gettext_noop("vijf"),
    gettext_noop("zes"), gettext_noop("zeven"), gettext_noop("acht"), gettext_noop("negen"), gettext_noop("tien"),
)  # fmt: skip
_NAMED_THEMES = 3


def sentence(row: Listing, name: str) -> str:
    """Who asks or offers what, about what, for whom, how often and when."""
    kind = KIND_OF[row.kind]
    facts = {"name": name, "what": _(kind.a), "about": _about(row), "whom": _whom(row), "often": _often(row)}
    facts["when"] = period(row.first_on, row.end_on)
    if row.side == NEED:
        return _("%(name)s zoekt %(what)s%(about)s%(whom)s, %(often)s %(when)s.") % facts
    return _("%(name)s biedt %(what)s aan%(about)s%(whom)s, hoogstens %(often)s %(when)s.") % facts


def period(first_on: date, end_on: date) -> str:
    """When, as people say it: a school year, whole months, or two days."""
    last = end_on - timedelta(days=1)
    year = school_year(first_on)
    if (first_on, end_on) == (year.start, year.end):
        return _("in schooljaar %(first)s–%(last)s") % {"first": first_on.year, "last": end_on.year}
    if first_on.day == 1 and end_on.day == 1 and first_on.year == last.year:
        first, end = (formats.date_format(it, "F") for it in (first_on, last))
        months = {"first": first, "last": end, "year": last.year}
        if first == end:
            return _("in %(first)s %(year)s") % months
        return _("tussen %(first)s en %(last)s %(year)s") % months
    if first_on == last:
        return _("op %(day)s") % {"day": day(last)}
    return _("van %(first)s tot en met %(last)s") % {"first": day(first_on), "last": day(last)}


def reach(row: Listing) -> str:
    """How far, in the words it was given in; empty when it was not said."""
    if row.range_km is None:
        return ""
    if row.range_km >= MOST_KM:
        return ""
    if row.travel_minutes and row.travel_mode in TRAVEL_MODES:
        text = ngettext("%(n)s minuut %(mode)s", "%(n)s minuten %(mode)s", row.travel_minutes)
        said = text % {"n": row.travel_minutes, "mode": _(TRAVEL_MODES[row.travel_mode])}
        return _("%(said)s: ongeveer %(km)s km in vogelvlucht") % {"said": said, "km": number(row.range_km, 0)}
    return _("%(km)s km in vogelvlucht") % {"km": number(row.range_km, 0)}


def entered(row: Listing, enterer: str) -> str:
    """Who entered it for the organisation, and how that agreed; empty when it did so itself."""
    if row.entered_by:
        facts = {"name": enterer or _("een partner"), "day": day(row.consent_on)}
        if not row.consent:
            return _("Ingevoerd door %(name)s; de organisatie ging nog niet akkoord.") % facts
        return _("Ingevoerd door %(name)s; de organisatie ging akkoord op %(day)s.") % facts
    if not row.consent:
        return ""
    facts = {"day": day(row.made_at), "how": _(CONSENTS[row.consent]), "agreed": day(row.consent_on)}
    return _("Ingevoerd door de balie op %(day)s, met toestemming %(how)s op %(agreed)s.") % facts


def _about(row: Listing) -> str:
    if not row.themes:
        return ""
    named = [theme_label(key) for key in row.themes[:_NAMED_THEMES]]
    left = len(row.themes) - len(named)
    if left:
        named.append(ngettext("%(n)s ander thema", "%(n)s andere thema’s", left) % {"n": left})
    return _(" over %(themes)s") % {"themes": listed(named)}


def _whom(row: Listing) -> str:
    stages = stages_of(row.age_from, row.age_to)
    ages = _(STAGE_OF[stages[0]].whom) if len(stages) == 1 else ages_label(row.age_from, row.age_to)
    return _(" voor %(ages)s") % {"ages": ages} if ages else ""


def _often(row: Listing) -> str:
    count = _(_COUNTED[row.quantity - 1]) if row.quantity <= len(_COUNTED) else number(row.quantity)
    return f"{count} {unit_label(row.kind, row.quantity)}"
