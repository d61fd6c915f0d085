"""What an institution is: its kind, the helix sector it belongs to, and the four O's as a second view on the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from wortel.actors.domain.kind_words import SECTOR_WORDS, WORDS
from wortel.kernel.text import folded, gettext_noop

EDUCATION, RESEARCH, ENTERPRISE = "education", "research", "enterprise"
GOVERNMENT, SOCIETY = "government", "society"
SECTORS = {
    EDUCATION: gettext_noop("Onderwijs"),
    RESEARCH: gettext_noop("Onderzoek"),
    ENTERPRISE: gettext_noop("Ondernemers"),
    GOVERNMENT: gettext_noop("Overheid"),
    SOCIETY: gettext_noop("Vrije tijd en burgers"),
}
"""Dutch label of each helix sector, in the order they are shown."""

FOUR_O = {
    "onderwijs": (EDUCATION,),
    "onderzoek": (RESEARCH,),
    "ondernemers": (ENTERPRISE,),
    "overheid": (GOVERNMENT, SOCIETY),
}
"""The four O's as a view on the sectors. Civil society has no O of its own; the advice on local STEM alliances of the
STEM-platform (May 2025) counts it with overheid, and sees citizens and associations apart in the quadruple helix.
"""

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of institution. `also` are sectors a source may put it in without contradicting itself.

    `is_school`: its enterprise number is that of a school board with many schools. `is_broad`: says so little that a
    register with a sharper word may mean the same body.
    """

    key: str
    label: str
    sector: str
    also: tuple[str, ...] = ()
    is_school: bool = False
    is_broad: bool = False
    sectors: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sectors", frozenset({self.sector, *self.also}) - {""})


KINDS: tuple[Kind, ...] = (
    Kind("primary_school", gettext_noop("Basisschool"), EDUCATION, is_school=True),
    Kind("secondary_school", gettext_noop("Secundaire school"), EDUCATION, is_school=True),
    Kind("school", gettext_noop("School"), EDUCATION, is_school=True, is_broad=True),
    Kind("part_time_art_education", gettext_noop("Academie deeltijds kunstonderwijs (DKO)"), EDUCATION, is_school=True),
    Kind("adult_education", gettext_noop("Volwassenenonderwijs en basiseducatie"), EDUCATION, is_school=True),
    Kind("pupil_guidance", gettext_noop("Centrum voor leerlingenbegeleiding (CLB)"), EDUCATION, is_school=True),
    Kind("school_board", gettext_noop("Schoolbestuur of scholengroep"), EDUCATION),
    Kind("rtc", gettext_noop("Regionaal technologisch centrum (RTC)"), EDUCATION),
    Kind("training_centre", gettext_noop("Opleidingscentrum"), EDUCATION, (ENTERPRISE, GOVERNMENT)),
    Kind("university", gettext_noop("Universiteit"), RESEARCH, (EDUCATION,)),
    Kind("university_college", gettext_noop("Hogeschool"), RESEARCH, (EDUCATION,)),
    Kind(
        "knowledge_institution", gettext_noop("Kennisinstelling hoger onderwijs"), RESEARCH, (EDUCATION,), is_broad=True
    ),
    Kind("research_institute", gettext_noop("Onderzoeksinstelling"), RESEARCH, (GOVERNMENT,)),
    Kind("research_association", gettext_noop("Onderzoeksvereniging"), RESEARCH, (SOCIETY,)),
    Kind("research_facility", gettext_noop("Onderzoeksinfrastructuur of -campus"), RESEARCH),
    Kind("hospital", gettext_noop("Ziekenhuis of zorginstelling"), SOCIETY, (RESEARCH,)),
    Kind("company", gettext_noop("Bedrijf"), ENTERPRISE, (RESEARCH,), is_broad=True),
    Kind("sector_federation", gettext_noop("Sectorfederatie of sectorfonds"), ENTERPRISE),
    Kind("employers_organisation", gettext_noop("Werkgevers- of ondernemersorganisatie"), ENTERPRISE),
    Kind("trade_union", gettext_noop("Vakbond"), ENTERPRISE, (SOCIETY,)),
    Kind("business_network", gettext_noop("Bedrijvennetwerk of innovatiecentrum"), ENTERPRISE, (RESEARCH,)),
    Kind("municipality", gettext_noop("Gemeente"), GOVERNMENT),
    Kind("district", gettext_noop("District"), GOVERNMENT),
    Kind("province", gettext_noop("Provincie"), GOVERNMENT),
    Kind("community_commission", gettext_noop("Gemeenschapscommissie"), GOVERNMENT),
    Kind("municipal_company", gettext_noop("Autonoom gemeentebedrijf"), GOVERNMENT),
    Kind("provincial_company", gettext_noop("Autonoom provinciebedrijf"), GOVERNMENT),
    Kind("intermunicipal", gettext_noop("Intergemeentelijk samenwerkingsverband"), GOVERNMENT),
    Kind("local_agency", gettext_noop("Privaatrechtelijk verzelfstandigd agentschap"), GOVERNMENT, (SOCIETY,)),
    Kind("social_welfare_centre", gettext_noop("OCMW"), GOVERNMENT),
    Kind("flemish_body", gettext_noop("Vlaams departement, agentschap of programma"), GOVERNMENT),
    Kind("public_body", gettext_noop("Andere overheidsinstelling"), GOVERNMENT, (RESEARCH,), is_broad=True),
    Kind(
        "umbrella_local_government", gettext_noop("Koepel of kenniscentrum van lokale besturen"), GOVERNMENT, (SOCIETY,)
    ),
    Kind("advisory_body", gettext_noop("Adviesorgaan"), GOVERNMENT, (SOCIETY,)),
    Kind("funder", gettext_noop("Financier"), GOVERNMENT, (SOCIETY, RESEARCH)),
    Kind("stem_academy", gettext_noop("STEM-academie"), SOCIETY, (EDUCATION, RESEARCH, ENTERPRISE, GOVERNMENT)),
    Kind("science_centre", gettext_noop("Wetenschaps- of doecentrum"), SOCIETY, (GOVERNMENT,)),
    Kind("science_communication", gettext_noop("Wetenschapscommunicatie"), SOCIETY, (RESEARCH,)),
    Kind("observatory", gettext_noop("Volkssterrenwacht"), SOCIETY),
    Kind("makerspace", gettext_noop("Fablab, makerspace of maakbib"), SOCIETY, (RESEARCH, EDUCATION)),
    Kind("tech_club", gettext_noop("Vereniging rond techniek of wetenschap"), SOCIETY, (RESEARCH, ENTERPRISE)),
    Kind("youth_group", gettext_noop("Jeugdvereniging"), SOCIETY),
    Kind("youth_umbrella", gettext_noop("Koepel of gewest van jeugdverenigingen"), SOCIETY),
    Kind("youth_work", gettext_noop("Jeugdwerk of jongerenhuis"), SOCIETY, (GOVERNMENT,)),
    Kind("library", gettext_noop("Bibliotheek"), SOCIETY, (GOVERNMENT,)),
    Kind("museum", gettext_noop("Museum, archief of erfgoed"), SOCIETY, (RESEARCH, GOVERNMENT)),
    Kind("cultural_centre", gettext_noop("Cultuurhuis of sociaal-cultureel werk"), SOCIETY, (GOVERNMENT,)),
    Kind("childcare", gettext_noop("Buitenschoolse opvang"), SOCIETY, (GOVERNMENT, EDUCATION)),
    Kind("welfare", gettext_noop("Welzijnsorganisatie"), SOCIETY, (GOVERNMENT,)),
    Kind(
        "learning_ecosystem",
        gettext_noop("Leerecosysteem of alliantie"),
        SOCIETY,
        (EDUCATION, ENTERPRISE, GOVERNMENT, RESEARCH),
    ),
    Kind("foundation", gettext_noop("Stichting"), SOCIETY),
    Kind("association", gettext_noop("Vereniging (vzw)"), SOCIETY, (RESEARCH, ENTERPRISE, EDUCATION), is_broad=True),
    Kind(OTHER, gettext_noop("Andere"), "", is_broad=True),
)

KIND_OF = {kind.key: kind for kind in KINDS}


@lru_cache(maxsize=4096)
def read_kind(text: str) -> Kind | None:
    """The kind a register's word stands for; `None` for a word no list here knows."""
    words = _bare(text)
    key = _BY_WORD.get(words) or _BY_WORD.get(re.sub(r"\s*\(.*\)", "", words))
    return KIND_OF[key] if key else None


@lru_cache(maxsize=4096)
def read_sector(text: str) -> str | None:
    """The helix sector a register's word stands for; `None` for a word no list here knows."""
    return _SECTOR_BY_WORD.get(_bare(text))


def four_o_of(sector: str) -> str:
    """Which of the four O's shows this sector; empty when the sector is unknown."""
    return next((name for name, sectors in FOUR_O.items() if sector in sectors), "")


def _bare(text: str) -> str:
    return " ".join(folded(text).replace("_", " ").replace("-", " ").split())


def _index(keys: Iterable[tuple[str, Iterable[str]]]) -> dict[str, str]:
    return {_bare(word): key for key, words in keys for word in words}


_BY_WORD = _index(
    (kind.key, (kind.key, kind.label, re.sub(r"\s*\(.*\)", "", kind.label), *WORDS.get(kind.key, ()))) for kind in KINDS
)
_SECTOR_BY_WORD = _index((key, (key, label, *SECTOR_WORDS[key])) for key, label in SECTORS.items())
