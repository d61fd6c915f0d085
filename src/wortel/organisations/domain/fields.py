"""What an organisation may say of itself, field by field, and to whom each is shown unless it chooses otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wortel.kernel.text import gettext_noop

PUBLIC, SIGNED_IN, PARTNERS, OWN = "public", "signed_in", "partners", "own"
VISIBILITIES: Mapping[str, str] = {
    PUBLIC: gettext_noop("iedereen"),
    SIGNED_IN: gettext_noop("wie aangemeld is"),
    PARTNERS: gettext_noop("onze partners"),
    OWN: gettext_noop("alleen onze organisatie"),
}
"""To whom a field is shown, the widest first; the words complete "Dit ziet …"."""

LINE, TEXT, SEVERAL, TOWNS, MAIL, PHONE, WEBSITE, POSTCODE = (
    "line", "text", "several", "towns", "mail", "phone", "website", "postcode",
)  # fmt: skip
"""Sorts of field: how a value is written and read. `several` and `towns` hold one value a line."""


@dataclass(frozen=True, slots=True)
class OwnField:
    """`label` asks the organisation itself; `heading` stands above the answer for everyone else, where it differs;
    `limit` in characters; `cell` is the column by which registers say the same (empty: only the organisation says
    it); `told` is how a profile names what registers tell of it (`actors.domain.profile.provenance`)."""

    key: str
    label: str
    sort: str
    limit: int
    shown_to: str = PUBLIC
    hint: str = ""
    cell: str = ""
    told: str = ""
    is_always_public: bool = False
    heading: str = ""

    @property
    def label_to_others(self) -> str:
        """What stands above the value on the public page: nobody is asked anything there."""
        return self.heading or self.label


OWN_FIELDS: tuple[OwnField, ...] = (
    OwnField(
        "name",
        gettext_noop("Naam"),
        LINE,
        300,
        hint=gettext_noop("Zoals iedereen je organisatie kent. Je naam ziet iedereen altijd."),
        cell="name",
        told="name",
        is_always_public=True,
    ),
    OwnField(
        "other_names",
        gettext_noop("Andere namen"),
        SEVERAL,
        1000,
        hint=gettext_noop("Eén per regel: een afkorting, of hoe mensen jullie ook noemen."),
        cell="alt_names",
        told="alt_names",
    ),
    OwnField(
        "description",
        gettext_noop("Wie zijn jullie?"),
        TEXT,
        600,
        hint=gettext_noop("In enkele zinnen, voor wie jullie niet kent. Hoogstens 600 tekens."),
        heading=gettext_noop("Wie ze zijn"),
    ),
    OwnField(
        "stem_work",
        gettext_noop("Wat doen jullie met STEM?"),
        TEXT,
        600,
        heading=gettext_noop("Wat ze met STEM doen"),
    ),
    OwnField(
        "website",
        gettext_noop("Website"),
        WEBSITE,
        300,
        hint=gettext_noop("Schrijf het hele adres, zoals https://www.voorbeeld.be."),
        cell="website",
        told="website",
    ),
    OwnField(
        "mail",
        gettext_noop("Algemeen e-mailadres"),
        MAIL,
        254,
        SIGNED_IN,
        hint=gettext_noop("Een adres van de organisatie, zoals info@voorbeeld.be; geen adres van één persoon."),
    ),
    OwnField(
        "phone",
        gettext_noop("Algemeen telefoonnummer"),
        PHONE,
        30,
        SIGNED_IN,
        hint=gettext_noop("Het nummer van het onthaal, geen nummer van één persoon."),
    ),
    OwnField("address", gettext_noop("Straat en nummer"), LINE, 240, cell="address", told="address"),
    OwnField("postcode", gettext_noop("Postcode"), POSTCODE, 4, cell="postcode", told="postcode"),
    OwnField("place", gettext_noop("Plaats"), LINE, 120, cell="place", told="place"),
    OwnField(
        "working_area",
        gettext_noop("Gemeenten waar jullie werken"),
        TOWNS,
        4000,
        hint=gettext_noop("Eén gemeente per regel, zoals ze nu heet."),
        cell="working_area",
        told="working_areas",
        heading=gettext_noop("Gemeenten waar ze werken"),
    ),
    OwnField(
        "languages",
        gettext_noop("Talen"),
        LINE,
        200,
        hint=gettext_noop("In welke talen kunnen mensen bij jullie terecht?"),
    ),
    OwnField(
        "accessibility",
        gettext_noop("Toegankelijkheid"),
        TEXT,
        600,
        hint=gettext_noop("Is er een lift, een rolstoelhelling, een rustige plek, hulp voor wie slecht ziet of hoort?"),
    ),
)
FIELD_OF: Mapping[str, OwnField] = {field.key: field for field in OWN_FIELDS}

STEM_HINTS: Mapping[str, str] = {
    "education": gettext_noop("Welke STEM-lessen, -projecten of -clubs lopen er bij jullie, en voor welke leeftijd?"),
    "enterprise": gettext_noop("Wat kunnen klassen bij jullie zien of doen? Wie van jullie komt naar een school?"),
    "research": gettext_noop("Wat bieden jullie scholen en jongeren: een labobezoek, materiaal, een onderzoeker?"),
    "government": gettext_noop("Hoe steunen jullie STEM in de gemeente: ruimte, geld, een plek in de vakantiewerking?"),
    "society": gettext_noop("Welke STEM-activiteiten doen jullie na school of in de vakantie, en voor welke leeftijd?"),
}
STEM_HINT = gettext_noop("Wat kunnen kinderen, jongeren of scholen bij jullie doen, en voor welke leeftijd?")


def stem_hint(sector: str) -> str:
    """What to write about STEM, asked in the words of that helix sector; a plain question when it is not known."""
    return STEM_HINTS.get(sector, STEM_HINT)


def visibility_of(key: str, chosen: Mapping[str, str]) -> str:
    """To whom the field is shown: what was chosen, else its default; a field that is always public stays so."""
    field = FIELD_OF[key]
    wanted = chosen.get(key, field.shown_to)
    return PUBLIC if field.is_always_public or wanted not in VISIBILITIES else wanted
