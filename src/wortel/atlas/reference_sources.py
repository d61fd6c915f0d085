"""Where the reference tables that come with this version are from; the full account is `data/territory/SOURCES.md`."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class ReferenceSource:
    """What a table holds, who published it, its own date, its licence, and how far to trust it."""

    what: str
    publisher: str
    dated: str
    licence: str
    trust: str


def reference_sources() -> tuple[ReferenceSource, ...]:
    """The sources of the territory tables, the most used first."""
    statbel = _("Statbel open data (CC BY 4.0)")
    unstated = _("niet vermeld bij de tabel")
    return (
        ReferenceSource(
            _("Gemeenten: codes, namen, eerste en laatste dag"),
            "Statbel, REFNIS; FOD BOSA",
            "2025",
            statbel,
            _("Hoog: drie bronnen zijn het eens over de 285 gemeenten."),
        ),
        ReferenceSource(
            _("Fusies van 2019 en 2025"),
            "Statbel, REFNIS; provincies.incijfers.be; Agentschap Binnenlands Bestuur",
            "2019, 2025",
            _("Statbel open data; die van de portalen is niet vermeld"),
            _("Hoog: drie bronnen zijn het eens."),
        ),
        ReferenceSource(
            _("Provincies, regio’s, zones en andere gebieden"),
            "provincies.incijfers.be; Agentschap Binnenlands Bestuur",
            "2025",
            unstated,
            _("Lidmaatschap hoog. De eerste dag is soms maar bij benadering bekend."),
        ),
        ReferenceSource(
            _("Postcodes"),
            _("bpost; provincies.incijfers.be; een open lijst van 2013"),
            "2013, 2025",
            _("bpost vermeldt geen open licentie"),
            _("Hoog. 37 plaatsen komen uit de lijst van 2013. Een postcode kan een gemeentegrens kruisen."),
        ),
        ReferenceSource(
            _("Deelgemeenten, punten, oppervlakte, buurgemeenten"),
            _("Berekend uit vereenvoudigde grenzen van provincies.incijfers.be, naar Statbel"),
            "2025",
            statbel,
            _("Punten tot op ongeveer 100 meter. Wie elkaar maar in één punt raakt, kan ontbreken als buur."),
        ),
        ReferenceSource(
            _("Inwoners, ook per leeftijd"),
            "Statbel",
            _("1 januari 2015, 2020 en 2024"),
            statbel,
            _("Hoog. Voor 2020 kennen we alleen het totaal."),
        ),
        ReferenceSource(
            _("Leerlingen per schoolniveau"),
            "Onderwijs Vlaanderen",
            _("1 februari 2026"),
            _("open data; de tekst van de licentie hebben we niet gezien"),
            _("Goed: de sommen per provincie kloppen. Buitengewoon onderwijs telt niet mee."),
        ),
    )
