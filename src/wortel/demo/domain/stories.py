"""What always happens, whatever the seed: the stories that a visitor is taken along. Told in data/demo/README.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wortel.demo.domain.chance import stream
from wortel.demo.domain.institutions import scattered
from wortel.demo.domain.prospects import YEARS, Fixed, Prospect
from wortel.demo.domain.registers import TOLD
from wortel.demo.domain.rows import ActorRow
from wortel.demo.domain.size import ALLIANCE
from wortel.demo.domain.statements import CONTESTED, EQUIVALENT, EvidenceRow
from wortel.demo.domain.towns import WORLD_DAY, Town
from wortel.territory.domain.timeline import Timeline

LAARNE, DESTELBERGEN, GAVERE = "42010", "44013", "44020"
NAZARETH, DE_PINTE, NAZARETH_DE_PINTE = "44048", "44012", "44086"
MERELBEKE, MELLE, MERELBEKE_MELLE = "44043", "44040", "44088"
HERSTAPPE = "73028"
PAJOTTENLAND = ("23009", "23023", "23024", "23032", "23044", "23064", "23086", "23097", "23104", "23105", "23106")
SCARCE = frozenset((GAVERE, *PAJOTTENLAND))
"""Where STEM is scarce in this invented world, and no alliance starts by itself."""

SCHOOL, FIRM, OPEN_FIRM, CLUB, LIBRARY, ROCKETS, SILENT = (
    f"demo:verhaal:{part}" for part in ("school", "bedrijf", "molen", "club", "bib", "meisjes", "zwijgt")
)
NO_RESEARCH = "REFREG12"
"""Vlaamse Ardennen: in this invented world nobody there does research."""

BEFORE_2025, FROM_2025 = tuple(range(2019, 2025)), (2025, 2026)
ACADEMY = "Voorbeeld STEM-academie De Vier Winden"
SILENT_ACADEMY = "Sterrenwerf De Pinte (fictief)"
ROBOTS = "Robotatelier, 10-12 jaar, 8 keer (fictief)"
STARS = "Sterrenkijkers, 10-12 jaar, 6 keer (fictief)"
TECHNIQUE = "Techniekatelier, 10-12 jaar, 8 keer (fictief)"
DISPUTE = "Betwist: de Ouderwerkgroep Heusden (fictief) zegt dat de reeks na de eerste keer werd afgelast."
GIRLS_SERIES = "Raketlabo door en voor meisjes, 10-12 jaar, 10 keer (fictief)"

FIXED = (
    *(Fixed(nis, tuple(YEARS), Prospect.SILENT) for nis in (*PAJOTTENLAND, HERSTAPPE)),
    Fixed(GAVERE, (2019, 2020, 2022, 2023, 2025, 2026), Prospect.SILENT),
    Fixed(GAVERE, (2021, 2024), Prospect.DENIED),
    Fixed(DESTELBERGEN, (2020, 2021, 2023, 2024, 2025, 2026), Prospect.REACHED),
    Fixed(DESTELBERGEN, (2022,), Prospect.CONTESTED),
    Fixed(MERELBEKE, BEFORE_2025, Prospect.REACHED),
    Fixed(MELLE, BEFORE_2025, Prospect.SILENT),
    Fixed(MERELBEKE_MELLE, FROM_2025, Prospect.REACHED),
    Fixed(NAZARETH, BEFORE_2025, Prospect.REACHED),
    Fixed(DE_PINTE, (2019, 2020, 2021, 2022), Prospect.REACHED),
    Fixed(DE_PINTE, (2023, 2024), Prospect.SILENT),
    Fixed(NAZARETH_DE_PINTE, FROM_2025, Prospect.REACHED),
    Fixed(LAARNE, (2020, 2021, 2022, 2023), Prospect.REACHED),
    Fixed(LAARNE, (2024,), Prospect.DENIED),
)


@dataclass(frozen=True, slots=True)
class _Cast:
    """Someone with a part in a story."""

    key: str
    name: str
    kind: str
    nis: str
    story: str
    wish: str = ""
    roles: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    nace: str = ""


CAST = (
    _Cast(
        "alliantie", "Voorbeeld STEM-alliantie De Vier Winden", "learning_ecosystem", MERELBEKE_MELLE,
        "Een alliantie van vijf buurgemeenten; in Gavere blijft het stil.", area=ALLIANCE,
    ),
    _Cast(
        "academie", ACADEMY, "stem_academy", MERELBEKE_MELLE,
        "Meldde tot 2024 in Merelbeke; die fusioneerde in 2025 met Melle.",
        roles=("STEM-academie (2020-11-01/2021-10-31)", "STEM-academie (2021-11-01/2024-10-31)",
               "STEM-academie (2024-11-01/)", "STEM-uitroller (2023-06-01/)"), area=ALLIANCE,
    ),
    _Cast(
        "zwijgt", SILENT_ACADEMY, "stem_academy", NAZARETH_DE_PINTE,
        "Meldt sinds 2023 niets meer: De Pinte is dan onbekend, niet 'niet bereikt'.",
        roles=("STEM-academie (2020-11-01/2023-10-31)",),
    ),
    _Cast(
        "betwist", "Ontdekhuis De Sluis (fictief)", "makerspace", DESTELBERGEN,
        "Meldde in 2022 een reeks die de ouderwerkgroep betwist.",
    ),
    _Cast(
        "bedrijf", "Voorbeeldbedrijf Kelotron", "company", GAVERE,
        "Een bedrijf zonder secundaire school in de buurt.", nace="28 Machines en werktuigen",
        wish="Zoekt een technische school voor werkbezoeken en gastlessen.",
    ),
    _Cast(
        "school", "Technische School De Vier Winden (fictief)", "secondary_school", MERELBEKE_MELLE,
        "Een school die een bedrijf zoekt; het bedrijf in Gavere zoekt een school.",
        wish="Zoekt een bedrijf met machines voor de derde graad.",
    ),
    _Cast(
        "molen", "Voorbeeldbedrijf Zonnewiek", "company", MERELBEKE_MELLE,
        "Biedt zes bezoeken per schooljaar aan; alle zes zijn vergeven.", nace="71 Ingenieurs en testen",
        wish="Ontvangt zes groepen per schooljaar, nooit een zevende.",
    ),
    _Cast(
        "bib", "Bibliotheek De Vier Winden (fictief)", "library", DESTELBERGEN,
        "Stelt op woensdag de maakhoek open voor een reeks.", wish="Biedt een lokaal en tien laptops aan.",
    ),
    _Cast(
        "dienst", "Projectvereniging De Vier Winden (fictief)", "intermunicipal", MERELBEKE_MELLE,
        "De overheid in de alliantie.", area=ALLIANCE,
    ),
    _Cast(
        "club", "Codeclub Pixelboom (fictief)", "tech_club", LAARNE,
        "Twee registers noemen deze club anders; beide namen blijven zichtbaar.",
    ),
    _Cast(
        "meisjes", "Raketclub Noordster (fictief)", "tech_club", NAZARETH_DE_PINTE,
        "Een reeks door en voor meisjes: 78 % meisjes in plaats van 28 %.",
    ),
)  # fmt: skip


def cast_rows(seed: int, towns: Mapping[str, Town]) -> Iterator[ActorRow]:
    """The actors of the stories whose municipality is in this world."""
    for part in CAST:
        town = towns.get(part.nis)
        if town is not None:
            spot = next((spot for spot in town.spots if spot.place in town.name), town.spots[0])
            lat, lon = scattered(stream(seed, part.key), spot)
            about = {TOLD: part.story, "vraag_of_aanbod": part.wish, "nace": part.nace}
            yield ActorRow(
                key=f"demo:verhaal:{part.key}",
                name=part.name,
                kind=part.kind,
                nis=town.nis,
                municipality=town.name,
                postcode=spot.postcode,
                place=spot.place,
                lat=lat,
                lon=lon,
                stated_on=WORLD_DAY,
                roles=part.roles,
                working_area=tuple(towns[nis].name for nis in part.area if nis in towns),
                attributes={name: text for name, text in about.items() if text},
            )


def told_evidence(timeline: Timeline) -> Iterator[EvidenceRow]:
    """Statements of the stories, besides those that the plan brings."""
    for year in BEFORE_2025:
        yield _held(timeline, year, MERELBEKE, "9820", ROBOTS, ACADEMY)
    yield _held(timeline, 2025, MERELBEKE_MELLE, "9090", ROBOTS, ACADEMY)
    for year in (2019, 2020, 2021, 2022):
        yield replace(_held(timeline, year, DE_PINTE, "9840", STARS, SILENT_ACADEMY), status=EQUIVALENT)
    for year in FROM_2025:
        yield _held(timeline, year, NAZARETH_DE_PINTE, "9810", GIRLS_SERIES, "Raketclub Noordster (fictief)", girls=14)
    disputed = _held(timeline, 2022, DESTELBERGEN, "9070", TECHNIQUE, "Ontdekhuis De Sluis (fictief)")
    yield replace(disputed, status=CONTESTED, basis=f"{disputed.basis} {DISPUTE}")


def _held(
    timeline: Timeline, year: int, nis: str, postcode: str, title: str, reporter: str, girls: int = 5
) -> EvidenceRow:
    return EvidenceRow(
        key=f"demo:{year}-{nis}-verhaal",
        year=year,
        nis=nis,
        municipality=timeline.find(nis).name,
        title=title,
        reporter=reporter,
        basis=f"Plaats voor 20; minstens 18 deelnemers, van wie {girls} meisjes.",
        stated_on=date(year, 8, 31),
        postcode=postcode,
        happened_on=date(year, 3, 16),
    )
