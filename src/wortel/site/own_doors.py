"""What a signed-in person finds on their own page, from all rooms."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.people.domain.capacities import CATALYST, PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER
from wortel.people.public import Caller
from wortel.shell.clock import today
from wortel.site.areas import names

Door = dict[str, str]
REGION = "referentieregio"


def own_doors(caller: Caller) -> list[Door]:
    """Label, address and what it is for; the desk only for who has a role there."""
    doors = [_door(_("Mijn organisaties"), "organisations:mine", _("profiel, partners, collega’s en wat er wacht"))]
    doors.append(_door(_("Mijn introducties"), "introductions:mine", _("voorstellen en afspraken met anderen")))
    doors.append(_door(_("Vraag en aanbod"), "exchange:own", _("wat je organisaties zoeken en bieden")))
    doors += _region_desks(caller)
    if any(caller.holding(CATALYST, PROGRAMME_MANAGER)):
        doors.append(_door(_("Telefoonbalie"), "exchange:phone", _("invoeren wat een organisatie aan de lijn vertelt")))
    if any(caller.holding(CATALYST, PROGRAMME_MANAGER, PLATFORM_ADMINISTRATOR)):
        doors.append(_door(_("Balie"), "atlas:desk", _("aanvragen en meldingen die op een beslissing wachten")))
    return [
        *doors,
        _door(_("Mijn mails"), "post:mine", _("welke mails je krijgt, meteen of één keer per dag")),
        _door(_("Mijn gegevens"), "privacy:mine", _("wat we over jou bewaren; meenemen of wissen")),
    ]


def _region_desks(caller: Caller) -> list[Door]:
    """The desk of each region this person is gangmaker of; the figures of Flanders for who follows the programme up."""
    purpose = _("wat er gevraagd en aangeboden wordt, wat wacht, en wat open blijft")
    held = dict.fromkeys(it.area for it in caller.holding(CATALYST) if it.scheme == REGION)
    named = names(today())
    desks = [
        _door(_("Balie van %(name)s") % {"name": named[REGION, area]}, "introductions:desk", purpose, area)
        for area in held
        if (REGION, area) in named
    ]
    if any(caller.holding(PROGRAMME_MANAGER)):
        purpose = _("wat er gevraagd en gevuld werd, in heel Vlaanderen en per regio")
        desks.append(_door(_("Vraag en aanbod in cijfers"), "introductions:measures_flanders", purpose))
    return desks


def _door(label: str, name: str, purpose: str, *parameters: str) -> Door:
    return {"label": label, "url": reverse(name, args=parameters), "purpose": purpose}
