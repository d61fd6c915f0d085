"""The four doors of a desk: what a school, a company, a municipality and a club can do here."""

from __future__ import annotations

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _


def doors(code: str) -> list[dict[str, str]]:
    """Label, text and address of each."""
    offered, asked = (_list(code, side) for side in ("aangeboden", "gevraagd"))
    return [
        {
            "label": _("Ik ben een school"),
            "text": _("Zie welke gastlessen, bezoeken en stages er zijn, of vraag wat je zoekt."),
            "url": offered,
        },
        {
            "label": _("Ik ben een bedrijf of onderzoeker"),
            "text": _("Zie waar scholen en clubs op wachten, en zeg hoe vaak je iets kunt doen. Nooit vaker."),
            "url": asked,
        },
        {
            "label": _("Ik ben een gemeente"),
            "text": _(
                "Zie in cijfers wat hier gevraagd en gevuld is, en bied een zaal, vervoer of een nieuwsbrief aan."
            ),
            "url": reverse("introductions:measures", args=[code]),
        },
        {
            "label": _("Ik ben een club, bib of academie"),
            "text": _("Zoek een rolmodel, een coach of een zaal, of bied een workshop aan."),
            "url": offered,
        },
    ]


def _list(code: str, side: str) -> str:
    return f"{reverse('exchange:list')}?{urlencode({'kant': side, 'regio': code})}"
