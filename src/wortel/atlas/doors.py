"""The three doors of the home page: who comes, and where they go."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from wortel.actors.public import word_of
from wortel.atlas.addresses import address


@dataclass(frozen=True, slots=True)
class Door:
    """A door: who it is for, what lies behind it, and its address."""

    label: str
    text: str
    url: str


def doors() -> tuple[Door, ...]:
    """The doors whose room is there."""
    wanted: tuple[tuple[str, str, str, dict[str, object]], ...] = (
        (
            gettext("Ik zoek iets om te doen"),
            gettext("Zie welke clubs, bibliotheken en STEM-academies er zijn, in jouw buurt."),
            "actors:directory",
            {"sector": word_of("sector", "society")},
        ),
        (
            gettext("Ik ben een school, bedrijf of organisatie"),
            gettext("Zeg wat je zoekt of biedt, zie wat anderen vragen, en vind wie bij je past."),
            "exchange:list",
            {},
        ),
        (
            gettext("Ik volg het beleid"),
            gettext("Zie hoeveel gemeenten bereikt zijn, welke niet, sinds wanneer en wie dat zegt."),
            "coverage:coverage",
            {},
        ),
    )
    return tuple(Door(label, text, address(name, query)) for label, text, name, query in wanted)
