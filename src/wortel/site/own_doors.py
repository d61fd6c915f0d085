"""What a signed-in person finds on their own page, from all rooms."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from wortel.people.domain.capacities import CATALYST, PLATFORM_ADMINISTRATOR, PROGRAMME_MANAGER
from wortel.people.public import Caller

Door = dict[str, str]


def own_doors(caller: Caller) -> list[Door]:
    """Label, address and what it is for; the desk only for who has a role there."""
    doors = [_door(_("Mijn organisaties"), "organisations:mine", _("profiel, partners, collega’s en wat er wacht"))]
    doors.append(_door(_("Mijn introducties"), "introductions:mine", _("voorstellen en afspraken met anderen")))
    doors.append(_door(_("Vraag en aanbod"), "exchange:own", _("wat je organisaties zoeken en bieden")))
    if any(caller.holding(CATALYST, PROGRAMME_MANAGER)):
        doors.append(_door(_("Telefoonbalie"), "exchange:phone", _("invoeren wat een organisatie aan de lijn vertelt")))
    if any(caller.holding(CATALYST, PROGRAMME_MANAGER, PLATFORM_ADMINISTRATOR)):
        doors.append(_door(_("Balie"), "atlas:desk", _("aanvragen en meldingen die op een beslissing wachten")))
    return [
        *doors,
        _door(_("Mijn mails"), "post:mine", _("welke mails je krijgt, meteen of één keer per dag")),
        _door(_("Mijn gegevens"), "privacy:mine", _("wat we over jou bewaren; meenemen of wissen")),
    ]


def _door(label: str, name: str, purpose: str) -> Door:
    return {"label": label, "url": reverse(name), "purpose": purpose}
