"""On the page of an actor: with whom it works, whether it links others, and the way to the network around it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wortel.actors.public import Listed
from wortel.network.domain.cooperation import Cooperation
from wortel.network.domain.holes import strangers_among
from wortel.network.pages.lines import who_is
from wortel.network.queries.around import around_actor
from wortel.shell import clock
from wortel.shell.formats import number

SHOWN = 5


def beside_actor(_request: HttpRequest, here: Listed) -> Mapping[str, Any]:
    """The part. It looks at the actor and its partners only, not at the whole network."""
    found = around_actor(here, clock.today())
    partners = sorted(found.edges_of.get(here.ref, ()), key=lambda edge: (-edge.weight, edge.other(here.ref)))
    return {
        "template": "network/parts/beside_actor.html",
        "sentence": _sentence(found, here.ref),
        "partners": [who_is(found.nodes[edge.other(here.ref)]) for edge in partners[:SHOWN]],
        "more": max(0, len(partners) - SHOWN),
        "url": f"{reverse('network:network')}?gemeente={here.nis}" if here.nis else reverse("network:network"),
    }


def _sentence(found: Cooperation, ref: str) -> str:
    partners = len(found.partners(ref))
    if not partners:
        return _("We kennen nog geen samenwerking van deze actor.")
    said = ngettext("Werkt samen met %(n)s andere.", "Werkt samen met %(n)s anderen.", partners) % {
        "n": number(partners)
    }
    strangers, pairs = strangers_among(found, ref)
    if pairs and strangers * 2 > pairs:
        said += " " + _("Verbindt er veel: de meeste van hen werken niet met elkaar samen.")
    return said
