"""Sentences about introductions: why something may not, how far it is, why these two."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wortel.exchange.public import theme_label
from wortel.introductions.domain.endings import LABELS
from wortel.kernel.reason import Parameter, Reason
from wortel.matching.public import say as say_match
from wortel.shell.formats import day, number

SENTENCES = {
    "introductions.sign_in": gettext_noop("Meld je eerst aan."),
    "introductions.hidden": gettext_noop("Dit is een zaak tussen twee organisaties waar je niet voor handelt."),
    "introductions.not_yours": gettext_noop(
        "Je handelt voor geen van beide organisaties. Vraag een beheerder om mee te werken."
    ),
    "introductions.not_your_area": gettext_noop(
        "Geen van beide ligt in je gebied. Geef dit door aan de gangmaker van die regio."
    ),
    "introductions.only_desk": gettext_noop("Twee anderen samenbrengen doet een gangmaker."),
    "introductions.has_people": gettext_noop(
        "Deze organisatie heeft eigen mensen op Wortel. Zij antwoorden zelf; bel hen gerust."
    ),
    "introductions.gone": gettext_noop("Dit voorstel bestaat niet meer."),
    "introductions.changed_meanwhile": gettext_noop(
        "Iemand anders veranderde dit terwijl jij het las. Hieronder staat hoe het nu is; kies opnieuw."
    ),
    "introductions.agreed_already": gettext_noop("Jullie zeiden al ja. We wachten op de ander."),
    "introductions.not_yet_past": gettext_noop("De dag moet eerst voorbij zijn. Kom daarna terug."),
    "introductions.not_told_by_another": gettext_noop(
        "Enkel wie deze afspraak niet zelf noteerde, kan zeggen dat ze er niet is."
    ),
    "introductions.nothing_to_tell": gettext_noop("Hier valt niets over te zeggen: het is niet doorgegaan."),
    "introductions.why_needed": gettext_noop("Kies waarom. De ander en wij leren daaruit."),
    "introductions.no_such_listing": gettext_noop(
        "Deze vraag of dit aanbod bestaat niet meer. Kies een andere uit de lijst."
    ),
    "introductions.two_of_a_side": gettext_noop("Je brengt een vraag en een aanbod samen. Kies er één van elk."),
    "introductions.other_world": gettext_noop("Een verzonnen organisatie en een echte gaan niet samen."),
    "introductions.same_organisation": gettext_noop("Vraag en aanbod zijn van dezelfde organisatie. Kies een andere."),
    "introductions.other_kind": gettext_noop("Vraag en aanbod zijn van een andere soort. Kies er een van dezelfde."),
    "introductions.need_not_open": gettext_noop("Deze vraag staat niet open. Open ze eerst, of kies een andere."),
    "introductions.offer_not_open": gettext_noop("Dit aanbod staat niet open. Open het eerst, of kies een ander."),
    "introductions.need_full": gettext_noop(
        "Deze vraag is volzet: %(quantity)s gevraagd, %(taken)s lopen er of zijn al gebeurd. Verhoog eerst het aantal."
    ),
    "introductions.offer_full": gettext_noop(
        "Dit aanbod is volzet: %(quantity)s keer aangeboden, %(taken)s lopen er of zijn al gebeurd. "
        "We vragen nooit een keer meer. Kies een ander aanbod."
    ),
    "introductions.together_already": gettext_noop("Voor deze twee loopt al een voorstel. Je vindt het in je lijst."),
    "introductions.outside_period": gettext_noop(
        "Die dag valt buiten het aanbod, dat loopt van %(first)s tot en met %(last)s. Kies een dag daarbinnen."
    ),
    "introductions.week_full": gettext_noop(
        "Dit aanbod kan hoogstens %(per_week)s keer per week, en die week is vol. Kies een dag in een andere week."
    ),
    "introductions.next_best": gettext_noop("Een vorig voorstel voor deze vraag ging niet door; dit past nu het best."),
    "introductions.suggested_week": gettext_noop("voorgestelde week: die van %(monday)s"),
}
"""One sentence per ground, in Dutch; the catalogue holds the English ones."""

STATES = {
    "proposed": gettext_noop("voorgesteld"),
    "read": gettext_noop("gelezen"),
    "in_contact": gettext_noop("in contact"),
    "confirmed": gettext_noop("afgesproken"),
    "done": gettext_noop("gebeurd"),
    "declined": gettext_noop("geweigerd"),
    "dropped": gettext_noop("niet doorgegaan"),
    "expired": gettext_noop("vervallen"),
}
NOT_NOW = {
    "in_contact": gettext_noop("Beide kanten zeiden al ja. Leg nu een dag vast, of zeg dat het niet doorgaat."),
    "confirmed": gettext_noop("Er ligt al een dag vast."),
    "done": gettext_noop("Dit is al gebeurd."),
    "declined": gettext_noop("Dit voorstel is geweigerd. Er kan niets meer mee."),
    "dropped": gettext_noop("Dit gaat niet door. Er kan niets meer mee."),
    "expired": gettext_noop("Dit voorstel is vervallen. Er kan niets meer mee."),
}
TOO_EARLY = gettext_noop("Dat kan nog niet: eerst zeggen beide kanten ja.")


def say(reason: Reason) -> str:
    """The reason as a sentence in the language of the day; a ground without a sentence is shown by its key."""
    if reason.key == "introductions.not_now":
        return _(NOT_NOW.get(str(reason["state"]), TOO_EARLY))
    if reason.key not in SENTENCES:
        return reason.key
    return _(SENTENCES[reason.key]) % {name: _shown(value) for name, value in reason.parameters.items()}


def say_state(state: str) -> str:
    """The state in a word or two."""
    return _(STATES[state])


def say_ending(why: str) -> str:
    """Why it ended, as the end of a sentence; empty when no reason was given."""
    return _(LABELS[why]) if why in LABELS else ""


def say_ground(reason: Reason) -> str:
    """Why these two fit: one line."""
    if reason.key in _GROUNDS:
        return _(_GROUNDS[reason.key]) % {name: _told(name, value) for name, value in reason.parameters.items()}
    if reason.key in SENTENCES:
        return say(reason)
    try:
        return say_match(reason)
    except KeyError:
        return reason.key


_GROUNDS = {
    "matching.themes": gettext_noop("zelfde thema’s: %(shared)s"),
    "matching.nearness": gettext_noop("%(km)s km van elkaar, in vogelvlucht"),
    "matching.ages": gettext_noop("%(shared)s van de %(asked)s gevraagde leeftijdsjaren"),
    "matching.weeks": gettext_noop("%(shared)s van de %(asked)s gevraagde weken"),
    "introductions.municipality_weight": gettext_noop("deze gemeente telt zwaarder, volgens het regelboek"),
    "introductions.served_least": gettext_noop("hier lukte het voorbije jaar minder dan elders: dat telt zwaarder"),
    "introductions.urgent": gettext_noop("de vraag is dringend"),
    "introductions.runner_up": gettext_noop("het volgende aanbod scoort %(behind)s punten minder"),
}


def _told(name: str, value: Parameter) -> str:
    if name == "km":
        return number(float(str(value)), 1)
    return _themes(value) if isinstance(value, tuple) else str(value)


def _themes(shared: Parameter) -> str:
    keys = shared if isinstance(shared, tuple) else (str(shared),)
    named = [theme_label(key) for key in keys if key != "any"]
    return ", ".join(named) or _("elk thema is goed")


def _shown(value: Parameter) -> str:
    if isinstance(value, str) and len(value) == len("2026-01-01") and value[4:5] == "-":
        return day(date.fromisoformat(value))
    return ", ".join(value) if isinstance(value, tuple) else str(value)
