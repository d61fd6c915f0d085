"""The people of the demo world: who they are, for whom they act, and what a visitor can try in their shoes."""

from __future__ import annotations

from dataclasses import dataclass

from wortel.demo.domain.size import REGION
from wortel.demo.domain.stories import NO_RESEARCH


@dataclass(frozen=True, slots=True)
class Part:
    """One invented person. `actor` is the key of an actor of the stories, empty for a role in the programme."""

    key: str
    name: str
    capacity: str
    try_this: str
    actor: str = ""
    scheme: str = ""
    area: str = ""

    @property
    def ref(self) -> str:
        """Its own range, so that no real person is ever taken for an invented one."""
        return f"demo-{self.key}"

    @property
    def first_name(self) -> str:
        """What friends call them."""
        return self.name.split()[0]

    @property
    def email(self) -> str:
        """An address that cannot exist (RFC 2606)."""
        return f"{self.key}@example.org"


PEOPLE = (
    Part(
        "noor", "Noor Voorbeeld", "administrator",
        "Verbeter het profiel van je codeclub, nodig een collega uit en publiceer.", actor="demo:verhaal:club",
    ),
    Part(
        "bram", "Bram Voorbeeld", "editor",
        "Schrijf een voorstel voor het profiel; publiceren doet Noor.", actor="demo:verhaal:club",
    ),
    Part(
        "samira", "Samira Voorbeeld", "administrator",
        "Je school heeft een nieuw profiel nodig. Noem een bedrijf als partner.", actor="demo:verhaal:school",
    ),
    Part(
        "lotte", "Lotte Voorbeeld", "editor",
        "Je geeft les en het is dinsdagavond. Zet op twee minuten een vraag voor je klas online.",
        actor="demo:verhaal:school",
    ),
    Part(
        "karim", "Karim Voorbeeld", "administrator",
        "Je bedrijf ontvangt zes groepen per jaar en die zes zijn er. Kijk wie komt, en dat niemand nog vraagt.",
        actor="demo:verhaal:molen",
    ),
    Part(
        "jef", "Jef Voorbeeld", "",
        "Je werkt bij een bedrijf en hebt nog geen rechten. Zoek ‘Kelotron’ en vraag het beheer aan.",
    ),
    Part(
        "greet", "Greet Voorbeeld", "catalyst",
        "Je bent gangmaker van regio Gent. Bekijk aan de balie wat er wacht.",
        scheme="referentieregio", area=REGION,
    ),
    Part(
        "hanne", "Hanne Voorbeeld", "catalyst",
        "Je bent gangmaker van de Vlaamse Ardennen. Niemand doet er onderzoek: zoek wie ontbreekt.",
        scheme="referentieregio", area=NO_RESEARCH,
    ),
    Part("victor", "Victor Voorbeeld", "programme_manager", "Je volgt heel Vlaanderen op. Beslis aan de balie."),
    Part("paula", "Paula Voorbeeld", "platform_administrator", "Je beheert het platform. Geef iemand een rol."),
)  # fmt: skip
"""In the order in which they are shown."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What one of the invented people sent about an actor of the stories: it waits at the desk."""

    person: str
    actor: str
    kind: str
    message: str


VOICES = (
    Voice(
        "bram", "demo:verhaal:betwist", "dispute",
        "De reeks van 2022 is na de eerste keer afgelast. Ik was er als ouder bij.",
    ),
    Voice("samira", "demo:verhaal:bib", "correction", "De maakhoek is nu open op zaterdag, niet meer op woensdag."),
    Voice(
        "samira", "demo:verhaal:meisjes", "claim",
        "Ik begeleid de raketclub al vijf jaar. Onze website heeft geen mailadressen, dus vraag ik het zo.",
    ),
)  # fmt: skip
"""A claim goes by review; the rest as a reply of who is signed in."""
