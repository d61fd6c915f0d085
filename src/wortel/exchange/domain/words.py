"""The words a need or an offer is described with: keys as they are kept, labels as they are shown (Dutch)."""

from __future__ import annotations

from collections.abc import Mapping

from wortel.kernel.text import gettext_noop
from wortel.organisations.domain.fields import VISIBILITIES

NEED, OFFER = "need", "offer"
SIDES: Mapping[str, str] = {NEED: gettext_noop("Gevraagd"), OFFER: gettext_noop("Aangeboden")}

DRAFT, AWAITING, OPEN, PAUSED, CLOSED = "draft", "awaiting", "open", "paused", "closed"
STATES: Mapping[str, str] = {
    DRAFT: gettext_noop("ontwerp"),
    AWAITING: gettext_noop("wacht op toestemming"),
    OPEN: gettext_noop("open"),
    PAUSED: gettext_noop("gepauzeerd"),
    CLOSED: gettext_noop("gesloten"),
}

THEMES: Mapping[str, str] = {
    "coding": gettext_noop("programmeren"),
    "data_ai": gettext_noop("data en artificiële intelligentie"),
    "cyber": gettext_noop("online veiligheid"),
    "robotics": gettext_noop("robots en automatisering"),
    "electronics": gettext_noop("elektronica en elektriciteit"),
    "mechanics": gettext_noop("mechanica en machines"),
    "making": gettext_noop("ontwerpen en maken"),
    "materials": gettext_noop("materialen en productie"),
    "building": gettext_noop("bouwen en wonen"),
    "energy": gettext_noop("energie"),
    "climate": gettext_noop("klimaat en milieu"),
    "water": gettext_noop("water"),
    "circular": gettext_noop("kringlopen en hergebruik"),
    "mobility": gettext_noop("mobiliteit en logistiek"),
    "nature": gettext_noop("planten, dieren en natuur"),
    "food": gettext_noop("voeding en landbouw"),
    "health": gettext_noop("gezondheid en zorgtechnologie"),
    "chemistry": gettext_noop("chemie"),
    "physics": gettext_noop("fysica"),
    "mathematics": gettext_noop("wiskunde en logica"),
    "space": gettext_noop("ruimtevaart en sterren"),
    "games_media": gettext_noop("games, beeld en geluid"),
    "careers": gettext_noop("STEM-beroepen leren kennen"),
    "research": gettext_noop("onderzoeken en experimenteren"),
}
"""STEM themes; a list without any means "every theme"."""

PRIORITIES: Mapping[str, str] = {
    "digital": gettext_noop("digitalisering"),
    "circular": gettext_noop("circulaire economie"),
    "energy_climate": gettext_noop("energie en klimaat"),
}
"""Transition priorities."""

TARGET_GROUPS: Mapping[str, str] = {
    "girls": gettext_noop("meisjes"),
    "newcomers": gettext_noop("nieuwkomers en anderstaligen"),
    "vulnerable": gettext_noop("kinderen uit maatschappelijk kwetsbare gezinnen"),
    "special_needs": gettext_noop("kinderen met een beperking of extra zorg"),
    "rural": gettext_noop("kinderen die ver van het aanbod wonen"),
    "families": gettext_noop("ouders en gezinnen"),
    "teachers": gettext_noop("leraren en begeleiders"),
}

LANGUAGES: Mapping[str, str] = {
    "nl": gettext_noop("Nederlands"),
    "fr": gettext_noop("Frans"),
    "en": gettext_noop("Engels"),
    "de": gettext_noop("Duits"),
    "ar": gettext_noop("Arabisch"),
    "tr": gettext_noop("Turks"),
    "uk": gettext_noop("Oekraïens"),
    "vgt": gettext_noop("Vlaamse Gebarentaal"),
}

DAYS: Mapping[str, str] = {
    "mon": gettext_noop("maandag"),
    "tue": gettext_noop("dinsdag"),
    "wed": gettext_noop("woensdag"),
    "thu": gettext_noop("donderdag"),
    "fri": gettext_noop("vrijdag"),
    "sat": gettext_noop("zaterdag"),
    "sun": gettext_noop("zondag"),
}
PARTS_OF_DAY: Mapping[str, str] = {
    "morning": gettext_noop("voormiddag"),
    "afternoon": gettext_noop("namiddag"),
    "evening": gettext_noop("avond"),
}
MOMENTS: tuple[str, ...] = tuple(f"{day}_{part}" for day in DAYS for part in PARTS_OF_DAY)
"""Parts of the week, as `tue_evening`; a list without any means "any moment"."""

ACCESSIBILITY: Mapping[str, str] = {
    "wheelchair": gettext_noop("rolstoel"),
    "quiet": gettext_noop("rustige plek"),
    "hearing": gettext_noop("slechthorend of doof"),
    "sight": gettext_noop("slechtziend of blind"),
    "simple_words": gettext_noop("eenvoudige taal"),
    "public_transport": gettext_noop("bereikbaar met bus of trein"),
}

CONSENTS: Mapping[str, str] = {
    "phone": gettext_noop("per telefoon"),
    "meeting": gettext_noop("in een gesprek"),
    "mail": gettext_noop("per mail"),
    "link": gettext_noop("met een link in een mail"),
}
"""How an organisation agreed that someone else entered it: completes "met toestemming …"."""

PUBLIC, SIGNED_IN, PARTNERS, OWN = tuple(VISIBILITIES)
TRAVEL_MODES: Mapping[str, str] = {
    "walk": gettext_noop("te voet"),
    "bike": gettext_noop("met de fiets"),
    "bus": gettext_noop("met de bus"),
    "car": gettext_noop("met de auto"),
}
